import { resolved } from '../schema/Schema';
import type { Schema } from '../schema/Schema';
import { hasType, isObject, typeInWords } from '../validate/checkSchema';
import { pointerTo } from '../validate/EventProblem';
import type { Reading } from './Reading';

/** Marks a value of which nothing is good. */
export const BAD = Symbol('bad');

/**
 * The part of a value that fits a schema: wrong items leave their list, wrong
 * optional fields their object; an object without what it needs is bad as a
 * whole. Unknown fields stay. Formats are not judged. Each part that goes is
 * told as a warning.
 */
export function keepGood(
  value: unknown,
  schema: Schema,
  pointer: string,
  reading: Reading,
): unknown {
  const flat = resolved(schema);
  const choices = flat.oneOf ?? flat.anyOf;
  if (choices && !flat.properties) {
    const meant = choices.map(resolved).find(choice => fits(value, choice));
    if (meant) return keepGood(value, meant, pointer, reading);
    return choices.length === 1
      ? keepGood(value, choices[0], pointer, reading)
      : bad(pointer, 'This is none of the known forms.', value, reading);
  }
  if (flat.type && !hasType(value, flat.type)) {
    return bad(
      pointer,
      `This is not ${typeInWords(flat.type)}.`,
      value,
      reading,
    );
  }
  if (flat.enum && !flat.enum.includes(value as string)) {
    const upper = typeof value === 'string' ? value.toUpperCase() : '';
    if (flat.enum.includes(upper)) return upper;
    return bad(
      pointer,
      `This is none of ${flat.enum.join(', ')}.`,
      value,
      reading,
    );
  }
  if (Array.isArray(value)) {
    const { items } = flat;
    if (!items) return value;
    return value
      .map((item, index) =>
        keepGood(item, items, pointerTo(pointer, index), reading),
      )
      .filter(item => item !== BAD);
  }
  return isObject(value) ? goodObject(value, flat, pointer, reading) : value;
}

function goodObject(
  value: Record<string, unknown>,
  schema: Schema,
  pointer: string,
  reading: Reading,
): unknown {
  const { properties = {}, additionalProperties } = schema;
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const rule = Object.hasOwn(properties, key)
      ? properties[key]
      : typeof additionalProperties === 'object' && additionalProperties;
    if (!rule) kept.push([key, inner]);
    // Sloppy producers write null for what they do not know.
    else if (inner !== null && inner !== undefined) {
      const good = keepGood(inner, rule, pointerTo(pointer, key), reading);
      if (good !== BAD) kept.push([key, good]);
    }
  }
  const good = Object.fromEntries(kept);
  const missing = (schema.required ?? []).find(
    key => !key.startsWith('_') && !Object.hasOwn(good, key),
  );
  if (missing === undefined) return good;
  return bad(pointer, `"${missing}" is missing or wrong.`, value, reading);
}

/** Alternatives that OpenLineage has differ in their `type`. */
function fits(value: unknown, choice: Schema): boolean {
  const type = choice.properties?.type;
  const allowed =
    type?.enum ?? (type?.const === undefined ? undefined : [type.const]);
  if (allowed) return isObject(value) && allowed.includes(value.type as string);
  return choice.oneOf?.map(resolved).some(inner => fits(value, inner)) ?? false;
}

function bad(
  pointer: string,
  message: string,
  value: unknown,
  reading: Reading,
) {
  reading.warn(
    pointer,
    `${message} It is left out.`,
    'See the schema of the facet.',
    value,
  );
  return BAD;
}
