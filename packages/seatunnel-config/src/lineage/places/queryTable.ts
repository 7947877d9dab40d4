import type { FlowTable } from '../flow/FlowTable';
import type { JobColumn, JobDataset } from '../JobLineage';
import type { Problems } from '../Problems';
import { applySelect } from '../sql/applySelect';
import { readSelect } from '../sql/readSelect';
import { tableOfDataset } from './tableOfDataset';

/** What a source's query reads: its tables are made by `datasetOf` from their names. */
export function queryTable(
  sql: string,
  field: string,
  datasetOf: (path: string[]) => { dataset: JobDataset; columns?: JobColumn[] },
  problems: Problems,
): FlowTable | undefined {
  const { query, why } = readSelect(sql);
  if (!query || query.tables.length === 0) {
    problems.unclear(
      field,
      `The query is not understood: ${
        why ?? 'it names no table'
      }. Its tables and columns are unknown.`,
      'Read the tables by name (table_path), or declare the lineage.',
    );
    return undefined;
  }
  const scope = query.tables.map(({ path, alias }) => {
    const { dataset, columns } = datasetOf(path);
    const names = alias ? [[alias]] : suffixes(path);
    return { names, table: tableOfDataset(dataset, columns) };
  });
  const selected = applySelect(query, scope, field, problems);
  for (const name of selected.missing) {
    problems.unclear(
      field,
      `Nobody can tell which table "${name}" belongs to.`,
      `Write the table before it: t.${name}.`,
    );
  }
  for (const name of selected.unnamed) {
    problems.unclear(
      field,
      `The column "${name.slice(0, 60)}" has no name of its own.`,
      'Give it one with AS.',
    );
  }
  const path = query.tables.length === 1 ? scope[0].table.path : ['default'];
  return { ...selected.table, path };
}

/** `a.b.c` may be called `a.b.c`, `b.c` or `c`. */
function suffixes(path: string[]): string[][] {
  return path.map((_, index) => path.slice(index));
}
