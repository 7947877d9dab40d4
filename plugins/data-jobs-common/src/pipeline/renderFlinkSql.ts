import { InputError } from '@backstage/errors';
import { quoteIdentifier, quoteString } from '@datalark/flink-sql';
import { FlinkColumn, FlinkTable } from './FlinkTable';
import { flinkType } from './flinkType';
import { sqlFragment } from './sqlFragment';

/** What flows from where to where. @public */
export type FlinkSqlPipeline = {
  source: FlinkTable;
  sink: FlinkTable;
  /**
   * `*` (default): the columns that both tables have, by name. Anything else
   * is a select list of Flink SQL, one item per column of the sink.
   */
  select?: string;
  /** A condition on the rows of the source. */
  where?: string;
};

/**
 * The script of a pipeline: two temporary tables and an INSERT. Throws an
 * `InputError` when the tables do not fit.
 *
 * @public
 */
export function renderFlinkSql(pipeline: FlinkSqlPipeline): string {
  const { source, where } = pipeline;
  const sink = withOtherName(pipeline.sink, source.name);
  const tables = `${createTable(source)}\n\n${createTable(sink)}`;
  const select = pipeline.select?.trim() || '*';
  const { targets, items } =
    select === '*'
      ? columnsByName(source, sink)
      : { targets: undefined, items: [sqlFragment(select, 'Columns')] };
  const insert = [
    `INSERT INTO ${quoteIdentifier(sink.name)}${
      targets ? ` (${targets.join(', ')})` : ''
    }`,
    `SELECT\n  ${items.join(',\n  ')}`,
    `FROM ${quoteIdentifier(source.name)}`,
    ...(where?.trim() ? [`WHERE ${sqlFragment(where, 'Condition')}`] : []),
  ].join('\n');
  return `${tables}\n\n${insert};\n`;
}

function createTable({ name, columns, options }: FlinkTable): string {
  if (columns.length === 0) {
    throw new InputError(
      `The table "${name}" has no columns. Name them, or add them to its Dataset.`,
    );
  }
  const keys = columns.filter(column => column.primaryKey);
  const lines = [
    ...columns.map(
      column => `${quoteIdentifier(column.name)} ${flinkType(column)}`,
    ),
    ...(keys.length > 0
      ? [
          `PRIMARY KEY (${keys
            .map(key => quoteIdentifier(key.name))
            .join(', ')}) NOT ENFORCED`,
        ]
      : []),
  ];
  const settings = Object.entries(options).map(
    ([key, value]) => `${quoteString(key)} = ${quoteString(value)}`,
  );
  return (
    `CREATE TEMPORARY TABLE ${quoteIdentifier(name)} (\n` +
    `  ${lines.join(',\n  ')}\n` +
    `) WITH (\n  ${settings.join(',\n  ')}\n);`
  );
}

function columnsByName(source: FlinkTable, sink: FlinkTable) {
  const known = new Map(source.columns.map(column => [column.name, column]));
  const shared = sink.columns.filter(column => known.has(column.name));
  const missing = sink.columns.filter(
    column => column.primaryKey && !known.has(column.name),
  );
  if (shared.length === 0 || missing.length > 0) {
    const wanted = (missing.length > 0 ? missing : sink.columns)
      .map(column => column.name)
      .join(', ');
    throw new InputError(
      `"${source.name}" has no column called ${wanted}, which "${sink.name}" needs. ` +
        'Write the columns as a select list instead of *.',
    );
  }
  return {
    targets: shared.map(column => quoteIdentifier(column.name)),
    items: shared.map(column => castTo(column, known.get(column.name)!)),
  };
}

function castTo(target: FlinkColumn, from: FlinkColumn): string {
  const name = quoteIdentifier(from.name);
  const type = flinkType(target);
  return type === flinkType(from) ? name : `CAST(${name} AS ${type})`;
}

function withOtherName(table: FlinkTable, taken: string): FlinkTable {
  return table.name === taken
    ? { ...table, name: `${table.name}_sink` }
    : table;
}
