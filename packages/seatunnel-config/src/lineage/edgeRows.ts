import type { DatasetAddress } from './DatasetAddress';
import type { JobColumnEdge, JobDataset, JobLineage } from './JobLineage';

/**
 * A column edge in plain words: number of the sink from 1, source table,
 * source column, target table, target column, kind. `*` stands for columns
 * that nobody names, and for a dataset as a whole.
 *
 * @public
 */
export type EdgeRow = [
  sink: number,
  sourceTable: string,
  sourceColumn: string,
  targetTable: string,
  targetColumn: string,
  kind: string,
];

/**
 * The column edges of a job as rows, in the order of sinks and columns.
 *
 * @param lineage - of `lineageOfJob`
 * @param nameOf - what a dataset is called, for example `namespace/name` of
 * OpenLineage; a dataset without an address is called like its block
 * @public
 */
export function edgeRows(
  lineage: JobLineage,
  nameOf: (address: DatasetAddress) => string,
): EdgeRow[] {
  const names = new Map<JobDataset, string>();
  const called = (dataset: JobDataset) => {
    const { address, block } = dataset;
    const name = names.get(dataset) ?? (address ? nameOf(address) : block);
    names.set(dataset, name);
    return name;
  };
  const rows = lineage.columnEdges.map(
    (edge): EdgeRow => [
      edge.sink + 1,
      called(edge.source.dataset),
      edge.source.column ?? '*',
      called(edge.target.dataset),
      edge.target.column ?? '*',
      kindOf(edge),
    ],
  );
  const found = new Map(rows.map(row => [row.join('\t'), row]));
  return [...found.values()];
}

function kindOf({ type, subtype }: JobColumnEdge): string {
  return `${type}/${subtype}`;
}
