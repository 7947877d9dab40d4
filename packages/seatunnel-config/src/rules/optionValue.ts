import type { OptionDescription } from '../catalog/PluginDescription';
import type { JsonObject, JsonValue } from '../model/JsonValue';

/** The value given to an option, under its name or an older one. */
export function givenValue(
  options: JsonObject,
  option: OptionDescription,
): JsonValue | undefined {
  for (const key of [option.key, ...(option.fallback ?? [])]) {
    const value = lookUp(options, key);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The value that SeaTunnel would use: the given one, or the default. */
export function effectiveValue(
  options: JsonObject,
  option: OptionDescription,
): JsonValue | undefined {
  return givenValue(options, option) ?? option.default;
}

/**
 * Reads `a.b` of `{"a.b": 1}` as well as of `{"a": {"b": 1}}`, and `a` of
 * `{"a.b": 1}` as `{"b": 1}`.
 */
export function lookUp(
  options: JsonObject,
  key: string,
): JsonValue | undefined {
  if (Object.hasOwn(options, key)) return options[key];
  for (let dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
    const outer = options[key.slice(0, dot)];
    if (typeof outer === 'object' && outer && !Array.isArray(outer)) {
      const inner = lookUp(outer, key.slice(dot + 1));
      if (inner !== undefined) return inner;
    }
  }
  const below = Object.entries(options)
    .filter(([name]) => name.startsWith(`${key}.`))
    .map(([name, value]) => [name.slice(key.length + 1), value]);
  return below.length ? Object.fromEntries(below) : undefined;
}

/** Equal as SeaTunnel compares settings: words without case, `"true"` is true. */
export function sameSetting(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  if (a === undefined || b === undefined) return false;
  return String(a).toLowerCase() === String(b).toLowerCase();
}

/** True when a value holds `${…}`: nobody knows yet what it will be. */
export function isOpen(value: JsonValue): boolean {
  return typeof value === 'string' && value.includes('${');
}
