/** What a Flink CDC pipeline says of its source, sink and rules, as written. */
export type CdcBlock = Readonly<Record<string, unknown>>;

/** A table by its parts: database and table, with a schema in between for some systems. */
export type CdcTable = { database: string; schema?: string; table: string };

/** The full name, as pipelines write it. */
export const cdcName = ({ database, schema, table }: CdcTable): string =>
  [database, ...(schema === undefined ? [] : [schema]), table].join('.');

/** What stands in an option, when it is text or a number. */
export function cdcOption(block: CdcBlock, key: string): string | undefined {
  const value = block[key];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

/** Parts of a list, as far as commas are not within brackets. */
export function cdcList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const char = text[i];
    if (char === undefined || (char === ',' && depth === 0)) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    } else if (char === '\\') {
      i += 1;
    } else if ('([{'.includes(char)) {
      depth += 1;
    } else if (')]}'.includes(char)) {
      depth = Math.max(0, depth - 1);
    }
  }
  return parts.filter(Boolean);
}

/** The table that a selector means; undefined: a pattern, or no name of a table. */
export function cdcTableOf(selector: string): CdcTable | undefined {
  if (!/^[\w$-]+(\.[\w$-]+){1,2}$/.test(selector)) return undefined;
  const [database, ...rest] = selector.split('.');
  const table = rest[rest.length - 1];
  return rest.length === 1
    ? { database, table }
    : { database, schema: rest[0], table };
}

/**
 * Whether a selector means a table. A dot parts the names; one that stands for
 * any character is written with a backslash.
 */
export function cdcMatches(selector: string, table: CdcTable): boolean {
  const names = cdcName(table).split('.');
  return cdcList(selector).some(one => {
    const parts = one.split(/(?<!\\)\./);
    return (
      parts.length === names.length &&
      parts.every((part, index) => isMatch(part, names[index]))
    );
  });
}

/** Patterns that could take for ever match nothing: repeated groups, many repeats, back references. */
function isMatch(pattern: string, name: string): boolean {
  const repeats = pattern.match(/[*+]|\{\d*,\}/g)?.length ?? 0;
  const isSlow =
    repeats > 3 || /\)\s*[*+{]/.test(pattern) || /\\[1-9k]/.test(pattern);
  if (isSlow || pattern.length > 500 || name.length > 300) return false;
  try {
    return new RegExp(`^(?:${pattern.replace(/\\\./g, '.')})$`).test(name);
  } catch {
    return false;
  }
}
