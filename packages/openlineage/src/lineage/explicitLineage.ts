import type { DatasetName } from '../naming/DatasetName';
import { isObject } from '../validate/checkSchema';
import type {
  DatasetInfluence,
  EventColumnEdge,
  TableEdge,
} from './EventLineage';
import { readTransformations } from './readTransformations';

type End = TableEdge['from'];

/** What a `lineage` facet says. */
export type ExplicitLineage = {
  tableEdges: TableEdge[];
  columnEdges: EventColumnEdge[];
  influences: DatasetInfluence[];
  withoutUpstream: DatasetName[];
};

/**
 * The edges of explicit lineage: `entries` of a job's facet, or the facet of a
 * dataset, whose target is the dataset itself. Sources and targets that are
 * the event's own job add nothing that `inputs` and `outputs` do not say.
 *
 * Undefined where there is no such facet.
 */
export function explicitLineageOf(
  facet: unknown,
  target?: DatasetName,
): ExplicitLineage | undefined {
  if (!isObject(facet) || facet._deleted === true) return undefined;
  const entries = target
    ? [
        {
          ...facet,
          namespace: target.namespace,
          name: target.name,
          type: 'DATASET',
        },
      ]
    : facet.entries;
  if (!Array.isArray(entries)) return undefined;
  const found: ExplicitLineage = {
    tableEdges: [],
    columnEdges: [],
    influences: [],
    withoutUpstream: [],
  };
  for (const entry of entries) readEntry(entry, found);
  return found;
}

function readEntry(entry: unknown, found: ExplicitLineage): void {
  const to = endOf(entry);
  if (!isObject(entry) || !to) return;
  const inputs = Array.isArray(entry.inputs) ? entry.inputs : [];
  const fields =
    isObject(entry.fields) && to.type === 'dataset'
      ? Object.entries(entry.fields)
      : [];
  for (const input of inputs) readInput(input, to, undefined, found);
  for (const [field, inner] of fields) {
    if (!isObject(inner) || !Array.isArray(inner.inputs)) continue;
    for (const input of inner.inputs) readInput(input, to, field, found);
  }
  if (
    to.type === 'dataset' &&
    Array.isArray(entry.inputs) &&
    inputs.length === 0
  ) {
    const anySource = fields.some(
      ([, inner]) =>
        isObject(inner) &&
        Array.isArray(inner.inputs) &&
        inner.inputs.some(endOf),
    );
    if (!anySource)
      found.withoutUpstream.push({ namespace: to.namespace, name: to.name });
  }
}

function readInput(
  input: unknown,
  to: End,
  field: string | undefined,
  found: ExplicitLineage,
): void {
  const from = endOf(input);
  if (!from || !isObject(input)) return;
  found.tableEdges.push({ from, to, basis: 'explicit' });
  if (from.type === 'job' || to.type === 'job') return;
  const transformations = readTransformations(input.transformations);
  const source = { namespace: from.namespace, name: from.name };
  const target = { namespace: to.namespace, name: to.name };
  const column = typeof input.field === 'string' ? input.field : undefined;
  if (field !== undefined) {
    found.columnEdges.push({
      from: column === undefined ? source : { ...source, field: column },
      to: { ...target, field },
      transformations,
    });
  } else if (column !== undefined) {
    found.influences.push({
      from: { ...source, field: column },
      to: target,
      transformations,
    });
  }
}

/** A dataset or another job; undefined for the event's own job and for nonsense. */
function endOf(value: unknown): End | undefined {
  if (!isObject(value)) return undefined;
  const { namespace, name } = value;
  if (typeof namespace !== 'string' || typeof name !== 'string' || name === '')
    return undefined;
  const type = String(value.type).toUpperCase() === 'JOB' ? 'job' : 'dataset';
  return { type, namespace, name };
}
