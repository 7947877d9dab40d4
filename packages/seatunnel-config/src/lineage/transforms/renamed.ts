import type { JsonObject } from '../../model/JsonValue';
import { objectsOption, textOption } from '../places/options';
import { matchingPattern } from './matchingPattern';

/**
 * A name as FieldRename and TableRename change it: `specific` first; else the
 * last matching replacement, the case, prefix and suffix. Undefined where a
 * pattern is not understood.
 */
export function renamed(name: string, options: JsonObject): string | undefined {
  const specific = objectsOption(options, 'specific')?.find(
    one => textOption(one, 'field_name') === name,
  );
  const target = specific && textOption(specific, 'target_name');
  if (target !== undefined) return target;
  let places: [number, number][] = [];
  let replacement = '';
  for (const rule of objectsOption(options, 'replacements_with_regex') ?? []) {
    const from = textOption(rule, 'replace_from');
    if (from === undefined) continue;
    const found = matches(name, from, String(rule.is_regex) !== 'false');
    if (!found) return undefined;
    if (found.length > 0) {
      places = found;
      replacement = textOption(rule, 'replace_to') ?? '';
    }
  }
  let result = cased(name, textOption(options, 'convert_case'));
  for (const [start, end] of places.reverse()) {
    result = result.slice(0, start) + replacement + result.slice(end);
  }
  return `${textOption(options, 'prefix') ?? ''}${result}${
    textOption(options, 'suffix') ?? ''
  }`;
}

function matches(
  name: string,
  from: string,
  isPattern: boolean,
): [number, number][] | undefined {
  if (!isPattern) return name === from ? [[0, name.length]] : [];
  const pattern = matchingPattern(from, 'g');
  if (!pattern || name.length > 300) return undefined;
  return [...name.matchAll(pattern)].map(match => [
    match.index!,
    match.index! + match[0].length,
  ]);
}

function cased(name: string, way: string | undefined): string {
  switch (way?.toUpperCase()) {
    case 'UPPER':
      return name.toUpperCase();
    case 'LOWER':
      return name.toLowerCase();
    default:
      return name;
  }
}
