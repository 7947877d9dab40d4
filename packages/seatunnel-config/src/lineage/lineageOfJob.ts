import type { JobConfig, PlacedBlock } from '../model/JobConfig';
import type { Position } from '../model/ConfigProblem';
import type { DatasetAddress } from './DatasetAddress';
import type { FlowTable } from './flow/FlowTable';
import { withKnownColumns } from './flow/withKnownColumns';
import type {
  JobColumn,
  JobColumnEdge,
  JobDataset,
  JobLineage,
  JobTableEdge,
} from './JobLineage';
import { linkedBlocks } from './linkedBlocks';
import type { LinkedBlock } from './linkedBlocks';
import { sinkTarget } from './places/sinkTarget';
import { sourceTables } from './places/sourceTables';
import { Problems } from './Problems';
import { distinctEdges, sinkEdges } from './sinkEdges';
import { applyTransform } from './transforms/applyTransform';

/** See {@link lineageOfJob}. @public */
export type JobLineageOptions = {
  /** Of `readJobConfig`: edges and problems get their place in the text. */
  positions?: Record<string, Position>;
  /**
   * Columns of a dataset, in their order, where somebody knows them: a catalog,
   * a discovery. Asked only where the job does not name them.
   */
  columnsOf?: (address: DatasetAddress) => readonly JobColumn[] | undefined;
};

/**
 * What a job reads and writes, column by column, without running it: from the
 * sources through the transforms into the sinks. What the configuration does
 * not tell (patterns, code, queries beyond a plain SELECT) is named in
 * `problems`, never guessed. Never throws.
 *
 * @param job - as `readJobConfig` gives it
 * @public
 */
export function lineageOfJob(
  job: JobConfig,
  options: JobLineageOptions = {},
): JobLineage {
  const problems = new Problems(options.positions);
  const links = linkedBlocks(job, problems);
  const flowing = tablesOfBlocks(links, problems, options.columnsOf);
  const tablesOf = (placed: PlacedBlock) => flowing.get(placed.path) ?? [];
  const writes: JobDataset[] = [];
  const columnEdges: JobColumnEdge[] = [];
  const tableEdges: JobTableEdge[] = [];
  for (const { placed, from } of links.filter(
    link => link.placed.kind === 'sink',
  )) {
    for (const table of from.flatMap(tablesOf)) {
      const size = table.columns.reduce(
        (sum, one) => sum + one.feeds.length + 1,
        1,
      );
      if (!problems.canFollow(size, placed.path)) continue;
      const target = sinkTarget(placed, table, problems);
      const found = sinkEdges(placed, table, target, problems);
      writes.push(found.target);
      columnEdges.push(...found.columnEdges);
      tableEdges.push(...found.tableEdges);
    }
  }
  // Sources that nothing reads are read all the same.
  const sources = links.filter(link => link.placed.kind === 'source');
  const reads = sources.flatMap(({ placed }) =>
    tablesOf(placed).flatMap(table => table.origins),
  );
  return {
    reads: [...new Set(reads)],
    writes: distinctDatasets(writes),
    columnEdges: distinctEdges(columnEdges),
    tableEdges,
    problems: problems.all,
  };
}

/**
 * The tables that come out of every source and transform, inputs first,
 * whatever the order in the file; without recursion, for chains may be long.
 */
function tablesOfBlocks(
  links: readonly LinkedBlock[],
  problems: Problems,
  columnsOf: JobLineageOptions['columnsOf'],
): Map<string, FlowTable[]> {
  const byPath = new Map(links.map(link => [link.placed.path, link]));
  const done = new Map<string, FlowTable[]>();
  const open = new Set<string>();
  for (const { placed } of links) {
    const stack = placed.kind === 'sink' ? [] : [placed.path];
    while (stack.length > 0) {
      const path = stack.at(-1)!;
      const link = byPath.get(path)!;
      const waiting = link.from
        .map(from => from.path)
        .filter(from => !done.has(from) && !open.has(from));
      open.add(path);
      if (!done.has(path) && waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      stack.pop();
      if (!done.has(path)) {
        const tables = tablesOut(link, done, problems);
        const isSource = link.placed.kind === 'source';
        done.set(
          path,
          isSource
            ? tables.map(one => withKnownColumns(one, columnsOf))
            : tables,
        );
      }
      open.delete(path);
    }
  }
  return done;
}

function tablesOut(
  { placed, from }: LinkedBlock,
  done: Map<string, FlowTable[]>,
  problems: Problems,
): FlowTable[] {
  if (placed.kind === 'source') return sourceTables(placed, problems);
  const tables = from.flatMap(input => {
    const found = done.get(input.path);
    if (!found) {
      problems.wrong(
        placed.path,
        `${placed.path} reads what it makes itself.`,
        'Link the blocks in one direction.',
      );
    }
    return found ?? [];
  });
  // A table costs more than a column.
  const size = tables.reduce(
    (sum, table) => sum + table.columns.length + 20,
    0,
  );
  if (!problems.canFollow(size, placed.path)) return [];
  return applyTransform(placed, tables, problems);
}

function distinctDatasets(datasets: readonly JobDataset[]): JobDataset[] {
  const found = new Map<string, JobDataset>();
  for (const dataset of datasets) {
    const key = JSON.stringify([
      dataset.block,
      dataset.address ?? dataset.tablePath,
    ]);
    if (!found.has(key)) found.set(key, dataset);
  }
  return [...found.values()];
}
