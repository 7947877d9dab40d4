import type { JobLineageOptions } from '../lineageOfJob';
import type { FlowTable } from './FlowTable';

/**
 * A table whose columns nobody names in the job, with those that the catalog
 * knows. Not where some are named: their order would be a guess, and an
 * INSERT may go by it.
 */
export function withKnownColumns(
  table: FlowTable,
  columnsOf: JobLineageOptions['columnsOf'],
): FlowTable {
  const [part] = table.open;
  const { address } = part?.dataset ?? {};
  if (!columnsOf || !address || table.columns.length > 0) return table;
  const isPlain =
    part.subtype === 'IDENTITY' && !part.renamed && part.except.size === 0;
  const known =
    table.open.length === 1 && isPlain ? columnsOf(address) : undefined;
  if (!known) return table;
  return {
    ...table,
    open: [],
    columns: known.map(({ name, type }) => ({
      name,
      ...(type && { type }),
      feeds: [
        {
          dataset: part.dataset,
          column: name,
          type: 'DIRECT',
          subtype: 'IDENTITY',
        },
      ],
    })),
  };
}
