import type { DatasetAddress } from './DatasetAddress';
import type { JobColumnEdge, JobDataset, JobLineage } from './JobLineage';

/** A dataset's OpenLineage name. @public */
export type LineageDatasetName = {
  namespace: string;
  name: string;
  symlinks?: { namespace: string; name: string; type: string }[];
};

/** What `jobEventOf` of `@datalark/openlineage` wants to know of a job. @public */
export type LineageEventParts = {
  /** Undefined: none is known by place. */
  inputs?: (LineageDatasetName & {
    schema?: { name: string; type?: string }[];
  })[];
  outputs?: LineageEventParts['inputs'];
  columnEdges: LineageEventEdge<{
    namespace: string;
    name: string;
    field: string;
  }>[];
  influences: LineageEventEdge<{ namespace: string; name: string }>[];
  integration: 'SEATUNNEL';
};

/** An edge with what happens on it. @public */
export type LineageEventEdge<To> = {
  from: { namespace: string; name: string; field: string };
  to: To;
  transformations: {
    type: 'DIRECT' | 'INDIRECT';
    subtype: string;
    masking?: boolean;
  }[];
};

/**
 * A job's lineage in the words of an OpenLineage JobEvent. Datasets without a
 * place are left out, and so are edges of columns without a name: OpenLineage
 * knows them as flows between tables only.
 *
 * @param nameOf - the naming rules: `datasetNameOf`
 * @public
 */
export function jobEventParts(
  lineage: JobLineage,
  nameOf: (address: DatasetAddress) => LineageDatasetName,
): LineageEventParts {
  const columnEdges: LineageEventParts['columnEdges'] = [];
  const influences: LineageEventParts['influences'] = [];
  for (const edge of lineage.columnEdges) {
    const from =
      edge.source.dataset.address && nameOf(edge.source.dataset.address);
    const to =
      edge.target.dataset.address && nameOf(edge.target.dataset.address);
    if (!from || !to || edge.source.column === undefined) continue;
    const source = {
      namespace: from.namespace,
      name: from.name,
      field: edge.source.column,
    };
    const target = { namespace: to.namespace, name: to.name };
    const transformations = [transformationOf(edge)];
    if (edge.target.column !== undefined) {
      columnEdges.push({
        from: source,
        to: { ...target, field: edge.target.column },
        transformations,
      });
    } else if (edge.type === 'INDIRECT') {
      influences.push({ from: source, to: target, transformations });
    }
  }
  const inputs = named(lineage.reads, nameOf);
  const outputs = named(lineage.writes, nameOf);
  return {
    ...(inputs && { inputs }),
    ...(outputs && { outputs }),
    columnEdges,
    influences,
    integration: 'SEATUNNEL',
  };
}

function transformationOf({ type, subtype, masking }: JobColumnEdge) {
  return { type, subtype, ...(masking && { masking }) };
}

function named(
  datasets: readonly JobDataset[],
  nameOf: (address: DatasetAddress) => LineageDatasetName,
): LineageEventParts['inputs'] {
  const found = new Map<
    string,
    NonNullable<LineageEventParts['inputs']>[number]
  >();
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
