import type { ColumnLineageDatasetFacet, InputField } from '../generated';
import type { DatasetName } from '../naming/DatasetName';
import type { TargetEdges } from './edgesByTarget';
import { facetOf } from './facetOf';
import type { Transformation } from './JobEventParts';
import { mergedSources } from './mergedSources';

type FieldEdge = {
  from: DatasetName & { field: string };
  transformations: readonly Transformation[];
};

/** The `columnLineage` facet of an output; it knows sources with a column only. */
export function columnLineageOf(
  { columns, influences }: TargetEdges,
  producer: string,
): ColumnLineageDatasetFacet | undefined {
  const byField = new Map<string, FieldEdge[]>();
  for (const { from, to, transformations } of columns) {
    const { namespace, name, field } = from;
    if (field === undefined) continue;
    const list = byField.get(to.field) ?? [];
    list.push({ from: { namespace, name, field }, transformations });
    byField.set(to.field, list);
  }
  if (byField.size === 0 && influences.length === 0) return undefined;
  return {
    ...facetOf('ColumnLineageDatasetFacet', producer),
    fields: Object.fromEntries(
      [...byField].map(([field, list]) => [
        field,
        { inputFields: inputFields(list) },
      ]),
    ),
    ...(influences.length > 0 && { dataset: inputFields(influences) }),
  };
}

function inputFields(edges: readonly FieldEdge[]): InputField[] {
  return mergedSources(edges).map(({ from, transformations }) => ({
    namespace: from.namespace,
    name: from.name,
    field: from.field,
    transformations,
  }));
}
