import type { JsonObject, JsonValue } from '../../model/JsonValue';
import { isJsonObject } from '../../model/JsonValue';
import { lookUp } from '../../rules/optionValue';

/** The first of some options that is a text (numbers count) and not empty. */
export function textOption(
  options: JsonObject,
  ...keys: string[]
): string | undefined {
  for (const key of keys) {
    const value = lookUp(options, key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** The first of some options that is a list of texts, or a text cut at commas. */
export function listOption(
  options: JsonObject,
  ...keys: string[]
): string[] | undefined {
  for (const key of keys) {
    const value = lookUp(options, key);
    const list = typeof value === 'string' ? value.split(',') : value;
    if (!Array.isArray(list)) continue;
    const texts = list
      .filter(one => typeof one === 'string' || typeof one === 'number')
      .map(one => String(one).trim())
      .filter(Boolean);
    if (texts.length > 0) return texts;
  }
  return undefined;
}

/** An option that is a block. */
export function objectOption(
  options: JsonObject,
  key: string,
): JsonObject | undefined {
  const value = lookUp(options, key);
  return isJsonObject(value) ? value : undefined;
}

/** An option that is a list of blocks. */
export function objectsOption(
  options: JsonObject,
  key: string,
): JsonObject[] | undefined {
  const value = lookUp(options, key);
  if (isJsonObject(value)) return [value];
  return Array.isArray(value) ? value.filter(isJsonObject) : undefined;
}

/** Plain texts of a block: `{ a = b }` → `[['a', 'b']]`; inner blocks have dotted keys. */
export function textEntries(
  block: JsonObject,
  prefix = '',
): [string, string][] {
  return Object.entries(block).flatMap(
    ([key, value]: [string, JsonValue]): [string, string][] => {
      const name = prefix + key;
      if (isJsonObject(value)) return textEntries(value, `${name}.`);
      return value === null || Array.isArray(value)
        ? []
        : [[name, String(value)]];
    },
  );
}
