/** One configuration in another, as a person adds lines: lists grow, single values are replaced. */
export function merged(base: any, added: any): any {
  if (Array.isArray(base) && Array.isArray(added)) return [...base, ...added];
  if (!isObject(base) || !isObject(added)) return added;
  const both = { ...base };
  for (const [key, value] of Object.entries(added)) {
    both[key] = key in base ? merged(base[key], value) : value;
  }
  return both;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
