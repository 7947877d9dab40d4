import { Knex } from 'knex';

/** True on PostgreSQL; everything else is SQLite here. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * `column in (values)` with one binding, however many values there are: one
 * statement for all lengths, and no limit on parameters.
 */
export function isAnyOf(
  knex: Knex,
  column: string,
  values: readonly (number | string)[],
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = any(?)', [column, arrayOf(values)])
    : knex.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}

/**
 * `column in (query)`, by the index of the column whatever else is to be had:
 * PostgreSQL would rather read a whole table than look up some hundred rows.
 */
export function isAnyOfThose(
  knex: Knex,
  column: string,
  query: Knex.QueryBuilder,
): Knex.Raw {
  return knex.raw(isPostgres(knex) ? '?? = any(array ?)' : '?? in ?', [
    column,
    query,
  ]);
}

/** Numbers as PostgreSQL writes them: the driver looks at each for what is to be escaped. */
function arrayOf(values: readonly (number | string)[]): any {
  return values.every(value => typeof value === 'number')
    ? `{${values.join(',')}}`
    : values;
}

/** Types of columns that {@link insertRows} writes. */
export type ColumnType = 'integer' | 'bigint' | 'smallint' | 'text' | 'boolean';

/**
 * Inserts any number of rows in one statement. `suffix` is what follows, such
 * as `on conflict (key) do nothing`.
 */
export async function insertRows<C extends string>(
  knex: Knex,
  table: string,
  columns: Record<C, ColumnType>,
  rows: readonly Partial<Record<C, unknown>>[],
  suffix = '',
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns) as C[];
  const list = names.map(() => '??').join(', ');
  if (isPostgres(knex)) {
    const arrays = names.map(name => `?::${columns[name]}[]`).join(', ');
    await knex.raw(
      `insert into ?? (${list}) select * from unnest(${arrays}) ${suffix}`,
      [
        table,
        ...names,
        ...names.map(name => rows.map(row => row[name] ?? null) as any),
      ],
    );
    return;
  }
  const fields = names
    .map((_, index) => `json_extract(value, '$[${index}]')`)
    .join(', ');
  await knex.raw(
    `insert into ?? (${list}) select ${fields} from json_each(?) where true ${suffix}`,
    [
      table,
      ...names,
      JSON.stringify(rows.map(row => names.map(name => row[name] ?? null))),
    ],
  );
}

/** `on conflict (key) do update` of these columns. */
export function onConflictUpdate(
  key: readonly string[],
  columns: readonly string[],
): string {
  const set = columns.map(name => `${name} = excluded.${name}`).join(', ');
  return `on conflict (${key.join(', ')}) do update set ${set}`;
}
