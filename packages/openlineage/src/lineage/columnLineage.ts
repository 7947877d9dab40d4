import type { Transformation } from '../events/JobEventParts';
import type { DatasetName } from '../naming/DatasetName';
import { isObject } from '../validate/checkSchema';
import type { DatasetInfluence, EventColumnEdge } from './EventLineage';
import { nameKey } from './inOrder';
import {
  readOldTransformation,
  readTransformations,
} from './readTransformations';

/** What decides about rows decides about the dataset, even where it has one column. */
const ROW_WISE = ['FILTER', 'JOIN', 'GROUP_BY', 'SORT'];

type Field = DatasetName & { field: string };
type Ends = { columnEdges: EventColumnEdge[]; influences: DatasetInfluence[] };

/**
 * The edges of a `columnLineage` facet of any version. Spark repeats every
 * INDIRECT column under every column of the output: what is under all of them
 * becomes one influence on the dataset.
 *
 * Undefined where the facet says nothing.
 */
export function columnLineageOf(
  facet: unknown,
  output: DatasetName,
): Ends | undefined {
  if (!isObject(facet) || facet._deleted === true) return undefined;
  const fields = isObject(facet.fields) ? Object.entries(facet.fields) : [];
  const edges = fields.flatMap(([field, entry]) =>
    edgesOf(field, entry, output),
  );
  const columns = new Set(edges.map(edge => edge.to.field)).size;
  const whole = influencesOf(facet.dataset, output);
  if (edges.length === 0 && whole.length === 0) return undefined;
  const { kept, collapsed } = collapse(edges, columns, output);
  return { columnEdges: kept, influences: [...whole, ...collapsed] };
}

function edgesOf(
  field: string,
  entry: unknown,
  output: DatasetName,
): EventColumnEdge[] {
  if (!isObject(entry) || !Array.isArray(entry.inputFields)) return [];
  const old = readOldTransformation(
    entry.transformationType,
    entry.transformationDescription,
  );
  return entry.inputFields.filter(isField).map(from => {
    const own = readTransformations(from.transformations);
    return {
      from: bare(from),
      to: { namespace: output.namespace, name: output.name, field },
      transformations: own.length > 0 ? own : old,
    };
  });
}

function influencesOf(list: unknown, output: DatasetName): DatasetInfluence[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isField).map(from => ({
    from: bare(from),
    to: { namespace: output.namespace, name: output.name },
    transformations: readTransformations(from.transformations),
  }));
}

function collapse(
  edges: EventColumnEdge[],
  columns: number,
  output: DatasetName,
) {
  const under = new Map<
    string,
    { fields: Set<string>; from: Field; one: Transformation }
  >();
  for (const edge of edges) {
    for (const one of edge.transformations.filter(isIndirect)) {
      const key = influenceKey(edge, one);
      const found = under.get(key) ?? {
        fields: new Set(),
        from: edge.from as Field,
        one,
      };
      found.fields.add(edge.to.field);
      under.set(key, found);
    }
  }
  const wide = new Map(
    [...under].filter(
      ([, { fields, one }]) =>
        fields.size === columns &&
        (columns > 1 || ROW_WISE.includes(one.subtype ?? '')),
    ),
  );
  const collapsed = [...wide.values()].map(
    ({ from, one }): DatasetInfluence => ({
      from,
      to: { namespace: output.namespace, name: output.name },
      transformations: [one],
    }),
  );
  const kept = edges.flatMap(edge => {
    const transformations = edge.transformations.filter(
      one => !isIndirect(one) || !wide.has(influenceKey(edge, one)),
    );
    const gone =
      transformations.length === 0 && edge.transformations.length > 0;
    return gone ? [] : [{ ...edge, transformations }];
  });
  return { kept, collapsed };
}

function influenceKey({ from }: EventColumnEdge, one: Transformation): string {
  return JSON.stringify([nameKey(from), from.field, one.subtype, one.masking]);
}

function isIndirect(one: Transformation): boolean {
  return one.type === 'INDIRECT';
}

type RawField = Field & { transformations?: unknown };

function isField(value: unknown): value is RawField {
  return (
    isObject(value) &&
    typeof value.namespace === 'string' &&
    typeof value.name === 'string' &&
    typeof value.field === 'string'
  );
}

function bare({ namespace, name, field }: Field): Field {
  return { namespace, name, field };
}
