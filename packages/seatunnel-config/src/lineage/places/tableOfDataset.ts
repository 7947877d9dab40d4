import type { FlowTable } from '../flow/FlowTable';
import type { JobColumn, JobDataset } from '../JobLineage';

/** A dataset as a table that flows out of it, all columns its own. */
export function tableOfDataset(
  dataset: JobDataset,
  columns?: readonly JobColumn[],
): FlowTable {
  return {
    path: dataset.tablePath,
    columns: (columns ?? []).map(({ name, type }) => ({
      name,
      ...(type && { type }),
      feeds: [{ dataset, column: name, type: 'DIRECT', subtype: 'IDENTITY' }],
    })),
    open: columns
      ? []
      : [{ dataset, except: new Set<string>(), subtype: 'IDENTITY' }],
    influences: [],
    origins: [dataset],
  };
}
