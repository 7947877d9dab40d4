import {
  EventLineage,
  JobEvent,
  lineageOfEvent,
  normalisedName,
  Transformation,
} from '@datalark/openlineage';
import { ColumnLink, LineageEdge } from '../LineageGraph';
import { LineageName, NodeId, nodeId } from '../NodeId';

/** What became of an edge or link. @public */
export type ChangeMark = 'added' | 'removed' | 'kept';

/** What becomes of a job's lineage when its definition changes. @public */
export type LineageChange = {
  job: NodeId;
  /** Datasets that the job reads or writes, before or after. */
  datasets: Map<NodeId, LineageName>;
  edges: (Pick<LineageEdge, 'from' | 'to'> & { change: ChangeMark })[];
  links: (Omit<ColumnLink, 'origins'> & { change: ChangeMark })[];
};

/** One id for all spellings of a dataset. */
class Names {
  readonly #byKey = new Map<string, NodeId>();
  readonly byId = new Map<NodeId, LineageName>();

  idOf({ namespace, name }: LineageName): NodeId {
    const key = JSON.stringify(normalisedName({ namespace, name }));
    const known = this.#byKey.get(key);
    if (known) return known;
    const id = nodeId('dataset', { namespace, name });
    this.#byKey.set(key, id);
    this.byId.set(id, { namespace, name });
    return id;
  }
}

/**
 * Compares what a definition says with what another one said. A column that is
 * made otherwise is both: removed as it was, added as it will be. Spellings of one
 * dataset are the same dataset.
 *
 * @public
 */
export function compareLineage(
  job: LineageName,
  before: JobEvent | undefined,
  after: JobEvent | undefined,
): LineageChange {
  const names = new Names();
  const id = nodeId('job', job);
  const old = before && lineageOfEvent(before);
  const now = after && lineageOfEvent(after);
  return {
    job: id,
    edges: compared(flows(id, old, names), flows(id, now, names)),
    links: compared(links(id, old, names), links(id, now, names)),
    datasets: names.byId,
  };
}

/**
 * Columns of written datasets that vanish or are made otherwise, by dataset; what
 * reads them may not get what it got.
 *
 * @public
 */
export function changedColumns(
  change: Pick<LineageChange, 'links'>,
): Map<NodeId, string[]> {
  const found = new Map<NodeId, Set<string>>();
  for (const { change: what, to } of change.links) {
    if (what !== 'removed' || to.column === undefined) continue;
    found.set(to.node, (found.get(to.node) ?? new Set()).add(to.column));
  }
  return new Map([...found].map(([node, columns]) => [node, [...columns]]));
}

/**
 * Columns of written datasets that nothing feeds any more, by dataset; one that is
 * written from constants only does not count as vanished when its schema has it.
 *
 * @public
 */
export function vanishedColumns(
  change: Pick<LineageChange, 'links'>,
  after: JobEvent | undefined,
): Map<NodeId, string[]> {
  const still = new Set<string>();
  for (const { change: what, to } of change.links) {
    if (what !== 'removed') still.add(JSON.stringify([to.node, to.column]));
  }
  for (const dataset of after ? lineageOfEvent(after).datasets : []) {
    const node = nodeId('dataset', dataset);
    for (const { name } of dataset.schema ?? []) {
      still.add(JSON.stringify([node, name]));
    }
  }
  return new Map(
    [...changedColumns(change)].flatMap(([node, columns]) => {
      const gone = columns.filter(
        column => !still.has(JSON.stringify([node, column])),
      );
      return gone.length ? [[node, gone] as const] : [];
    }),
  );
}

function flows(job: NodeId, lineage: EventLineage | undefined, names: Names) {
  return [
    ...(lineage?.inputs ?? []).map(one => ({ from: names.idOf(one), to: job })),
    ...(lineage?.outputs ?? []).map(one => ({
      from: job,
      to: names.idOf(one),
    })),
  ].map(edge => ({ key: JSON.stringify(edge), value: edge }));
}

function links(job: NodeId, lineage: EventLineage | undefined, names: Names) {
  const made = [
    ...(lineage?.columnEdges ?? []),
    ...(lineage?.datasetInfluences ?? []),
  ].flatMap(edge => {
    const { from, to, transformations } = edge;
    if (from.field === undefined) return [];
    return {
      from: { node: names.idOf(from), column: from.field },
      to: {
        node: names.idOf(to),
        ...('field' in to && { column: to.field as string }),
      },
      job,
      transformations,
    };
  });
  return made.map(value => ({
    key: JSON.stringify([
      value.from,
      value.to,
      value.transformations.map(kind),
    ]),
    value,
  }));
}

/** What a transformation does, wherever in the definition. */
function kind({ type, subtype, masking }: Transformation) {
  return [type, subtype, masking ?? false];
}

type Keyed<T> = { key: string; value: T };

function compared<T>(before: Keyed<T>[], after: Keyed<T>[]) {
  const old = new Set(before.map(({ key }) => key));
  const now = new Set(after.map(({ key }) => key));
  return [
    ...after.map(({ key, value }) => ({
      ...value,
      change: (old.has(key) ? 'kept' : 'added') as ChangeMark,
    })),
    ...before.flatMap(({ key, value }) =>
      now.has(key) ? [] : { ...value, change: 'removed' as ChangeMark },
    ),
  ];
}
