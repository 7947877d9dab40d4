import type { JobConfig, PlacedBlock } from '../model/JobConfig';
import type { Position } from '../model/ConfigProblem';
import type { FlowTable } from './flow/FlowTable';
import type {
  JobColumnEdge,
  JobDataset,
  JobLineage,
  JobTableEdge,
} from './JobLineage';
import { linkedBlocks } from './linkedBlocks';
import { sinkTarget } from './places/sinkTarget';
import { sourceTables } from './places/sourceTables';
import { Problems } from './Problems';
import { distinctEdges, sinkEdges } from './sinkEdges';
import { applyTransform } from './transforms/applyTransform';

/**
 * What a job reads and writes, column by column, without running it: from the
 * sources through the transforms into the sinks. What the configuration does
 * not tell (patterns, code, queries beyond a plain SELECT) is named in
 * `problems`, never guessed. Never throws.
 *
 * @param job - as `readJobConfig` gives it
 * @param options - `positions` of `readJobConfig`: edges and problems get
 * their place in the text
 * @public
 */
export function lineageOfJob(
  job: JobConfig,
  options: { positions?: Record<string, Position> } = {},
): JobLineage {
  const problems = new Problems(options.positions);
  const links = linkedBlocks(job, problems);
  const done = new Map<string, FlowTable[]>();
  const open = new Set<string>();
  const tablesOf = (placed: PlacedBlock): FlowTable[] => {
    const known = done.get(placed.path);
    if (known) return known;
    if (open.has(placed.path)) {
      problems.wrong(
        placed.path,
        `${placed.path} reads what it makes itself.`,
        'Link the blocks in one direction.',
      );
      return [];
    }
    open.add(placed.path);
    const from =
      links.find(link => link.placed.path === placed.path)?.from ?? [];
    const tables =
      placed.kind === 'source'
        ? sourceTables(placed, problems)
        : applyTransform(placed, from.flatMap(tablesOf), problems);
    open.delete(placed.path);
    done.set(placed.path, tables);
    return tables;
  };
  const writes: JobDataset[] = [];
  const columnEdges: JobColumnEdge[] = [];
  const tableEdges: JobTableEdge[] = [];
  for (const { placed, from } of links.filter(
    link => link.placed.kind === 'sink',
  )) {
    for (const table of from.flatMap(tablesOf)) {
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
