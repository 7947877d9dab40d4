import type { Position } from '../model/ConfigProblem';
import type { DatasetAddress } from './DatasetAddress';
import type { JobColumnEdge, JobDataset, JobLineage } from './JobLineage';

/** A dataset's OpenLineage name. @public */
export type LineageDatasetName = {
  namespace: string;
  name: string;
  symlinks?: { namespace: string; name: string; type: string }[];
};

/** Namespace and name. @public */
export type LineagePair = { namespace: string; name: string };

/** What `jobEventOf` of `@datalark/openlineage` wants to know of a job. @public */
export type LineageEventParts = {
  /** Undefined: none is known by place. */
  inputs?: LineageEventDataset[];
  outputs?: LineageEventDataset[];
  /** Without `from.field`: some column of the dataset, nobody knows which. */
  columnEdges: LineageEventEdge<
    LineagePair & { field?: string },
    LineagePair & { field: string }
  >[];
  influences: LineageEventEdge<LineagePair & { field: string }, LineagePair>[];
  /** Which dataset gets into which: all of it, as far as places are known. */
  tableEdges: { from: LineagePair; to: LineagePair }[];
  integration: 'SEATUNNEL';
};

/** A dataset with its columns, where all of them are known. @public */
export type LineageEventDataset = LineageDatasetName & {
  schema?: { name: string; type?: string }[];
};

/** An edge with what happens on it. @public */
export type LineageEventEdge<From, To> = {
  from: From;
  to: To;
  transformations: {
    type: 'DIRECT' | 'INDIRECT';
    subtype: string;
    masking?: boolean;
    /** Lines and columns count from 1; `end` is past the last. */
    span?: { start: Position; end: Position };
  }[];
};

/**
 * A job's lineage in the words of an OpenLineage JobEvent. Datasets without a
 * place are left out. Where columns pass that nobody names, the table edge says
 * what there is to say.
 *
 * @param nameOf - the naming rules: `datasetNameOf`
 * @public
 */
export function jobEventParts(
  lineage: JobLineage,
  nameOf: (address: DatasetAddress) => LineageDatasetName,
): LineageEventParts {
  const pairs = new Map<JobDataset, LineagePair | undefined>();
  const pairOf = (dataset: JobDataset) => {
    if (!pairs.has(dataset)) {
      const { address } = dataset;
      const name = address && nameOf(address);
      pairs.set(
        dataset,
        name && { namespace: name.namespace, name: name.name },
      );
    }
    return pairs.get(dataset);
  };
  const columnEdges: LineageEventParts['columnEdges'] = [];
  const influences: LineageEventParts['influences'] = [];
  for (const edge of lineage.columnEdges) {
    const from = pairOf(edge.source.dataset);
    const to = pairOf(edge.target.dataset);
    const { column: field } = edge.source;
    const { column } = edge.target;
    if (!from || !to) continue;
    const transformations = [transformationOf(edge)];
    if (column !== undefined) {
      columnEdges.push({
        from: { ...from, ...(field !== undefined && { field }) },
        to: { ...to, field: column },
        transformations,
      });
    } else if (edge.type === 'INDIRECT' && field !== undefined) {
      influences.push({ from: { ...from, field }, to, transformations });
    }
  }
  const inputs = named(lineage.reads, nameOf);
  const outputs = named(lineage.writes, nameOf);
  return {
    ...(inputs && { inputs }),
    ...(outputs && { outputs }),
    columnEdges,
    influences,
    tableEdges: lineage.tableEdges.flatMap(({ source, target }) => {
      const from = pairOf(source);
      const to = pairOf(target);
      return from && to ? [{ from, to }] : [];
    }),
    integration: 'SEATUNNEL',
  };
}

/** The option's line stands for it: where it ends is not known. */
function transformationOf({ type, subtype, masking, span }: JobColumnEdge) {
  return {
    type,
    subtype,
    ...(masking && { masking }),
    ...(span && {
      span: { start: span, end: { line: span.line + 1, column: 1 } },
    }),
  };
}

function named(
  datasets: readonly JobDataset[],
  nameOf: (address: DatasetAddress) => LineageDatasetName,
): LineageEventDataset[] | undefined {
  const found = new Map<string, LineageEventDataset>();
  for (const { address, columns } of datasets) {
    if (!address) continue;
    const name = nameOf(address);
    const key = JSON.stringify([name.namespace, name.name]);
    if (!found.has(key))
      found.set(key, { ...name, ...(columns && { schema: columns }) });
  }
  return found.size > 0 || datasets.length === 0
    ? [...found.values()]
    : undefined;
}
