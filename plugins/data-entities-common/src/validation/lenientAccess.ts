/** An object of unknown content; rules read entities that may be wrong in any way. */
export type LenientObject = { [key: string]: unknown };

/** The value as an object, or an empty one. */
export function objectOf(value: unknown): LenientObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as LenientObject)
    : {};
}

/** The value as a list, or an empty one. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value at a dot separated path, if there is one. */
export function valueAt(root: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => objectOf(value)[name], root);
}

/** The texts at a dot separated path, each with the path it is at: one text, or those of a list. */
export function textsAt(
  root: unknown,
  path: string,
): Array<{ field: string; text: string }> {
  const value = valueAt(root, path);
  const entries = Array.isArray(value)
    ? value.map((item, index) => [`${path}[${index}]`, item] as const)
    : [[path, value] as const];
  return entries.flatMap(([field, text]) =>
    typeof text === 'string' && text ? [{ field, text }] : [],
  );
}
