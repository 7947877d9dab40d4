/**
 * Fills `${database_name}`, `${schema_name}`, `${table_name}` and the full
 * names from the table that comes in, or with the default behind a colon.
 * Other `${…}` stay. Undefined where a name is asked for that the table has not.
 */
export function filled(
  text: string,
  path: readonly string[],
): string | undefined {
  const table = path.at(-1);
  const database = path.length > 1 ? path[0] : undefined;
  const schema = path.length > 2 ? path[1] : undefined;
  const names: Record<string, string | undefined> = {
    database_name: database,
    schema_name: schema,
    schema_full_name: database && schema && `${database}.${schema}`,
    table_name: table,
    table_full_name: path.length > 0 ? path.join('.') : undefined,
  };
  let known = true;
  const result = text.replace(
    /\$\{([^}:]*)(?::([^}]*))?\}/g,
    (whole, name: string, otherwise?: string) => {
      if (!Object.hasOwn(names, name)) return whole;
      const value = names[name] ?? otherwise;
      if (value === undefined) known = false;
      return value ?? whole;
    },
  );
  return known ? result : undefined;
}
