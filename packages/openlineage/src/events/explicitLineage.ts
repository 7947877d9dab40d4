import type {
  LineageDatasetEntry,
  LineageDatasetInput,
  LineageJobFacet,
} from '../generated';
import type { DatasetName } from '../naming/DatasetName';
import { targetKey } from './edgesByTarget';
import type { EdgesByTarget } from './edgesByTarget';
import { facetOf } from './facetOf';
import type { JobEventParts, Transformation } from './JobEventParts';
import { mergedSources } from './mergedSources';

/**
 * The `lineage` facet of a job whose table edges are all known: for each
 * dataset that is written its sources, its influences and its columns.
 */
export function explicitLineage(
  parts: JobEventParts,
  edges: EdgesByTarget,
): LineageJobFacet {
  const targets = new Map<
    string,
    { target: DatasetName; sources: DatasetName[] }
  >();
  for (const { from, to } of parts.tableEdges ?? []) {
    const known = targets.get(targetKey(to)) ?? { target: to, sources: [] };
    known.sources.push(from);
    targets.set(targetKey(to), known);
  }
  return {
    ...facetOf('LineageJobFacet', parts.producer),
    entries: [...targets].map(
      ([key, { target, sources }]): LineageDatasetEntry => {
        const found = edges.get(key);
        const whole = sources.map(from => ({ from, transformations: [] }));
        const fields = found ? fieldsOf(found.columns) : [];
        return {
          namespace: target.namespace,
          name: target.name,
          type: 'DATASET',
          inputs: inputs([...whole, ...(found?.influences ?? [])]),
          ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
        };
      },
    ),
  };
}

type Edge = {
  from: DatasetName & { field?: string };
  transformations: readonly Transformation[];
};

function fieldsOf(edges: readonly (Edge & { to: { field: string } })[]) {
  const byField = new Map<string, Edge[]>();
  for (const edge of edges) {
    const list = byField.get(edge.to.field) ?? [];
    list.push(edge);
    byField.set(edge.to.field, list);
  }
  return [...byField].map(
    ([field, list]) => [field, { inputs: inputs(list) }] as const,
  );
}

function inputs(edges: readonly Edge[]): LineageDatasetInput[] {
  return mergedSources(edges).map(({ from, transformations }) => ({
    namespace: from.namespace,
    name: from.name,
    type: 'DATASET',
    ...(from.field !== undefined && { field: from.field }),
    ...(transformations.length > 0 && { transformations }),
  }));
}
