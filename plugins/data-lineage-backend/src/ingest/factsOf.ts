import { LineageName } from '@datalark/backstage-plugin-data-lineage-common';
import {
  lineageOfEvent,
  OpenLineageEvent,
  wellFormed,
} from '@datalark/openlineage';
import { LONGEST_COLUMN } from '../database/ColumnStore';
import { EventFacts, RunState, StatedFlow } from './EventFacts';
import { columnsOf } from './columnsOf';

type Lineage = ReturnType<typeof lineageOfEvent>;

/** Names that databases can hold; the others are told by their table only. */
export const isColumn = (name: string | undefined): name is string =>
  name !== undefined &&
  name !== '' &&
  name.length <= LONGEST_COLUMN &&
  !name.includes('\0');

/** Halves of characters are stored as a mark, so they are one here already. */
const pair = ({ namespace, name }: LineageName): LineageName => ({
  namespace: wellFormed(namespace),
  name: wellFormed(name),
});

/** What the graph takes from an event that `readEvent` has given. */
export function factsOf(event: OpenLineageEvent): EventFacts {
  const lineage = lineageOfEvent(event);
  const { job, dataset, run } = lineage;
  return {
    subject: dataset
      ? { type: 'dataset', ...pair(dataset) }
      : { type: 'job', ...pair(job!) },
    eventTime: Date.parse(lineage.eventTime),
    ...(run && {
      run: {
        id: run.runId,
        state: (lineage.eventType ?? 'OTHER') as RunState,
      },
    }),
    ...(job?.processingType && {
      processing: job.processingType.toUpperCase().slice(0, 16),
    }),
    ...(job?.integration && { integration: job.integration.slice(0, 100) }),
    flow: withoutDropped(flowOf(lineage), lineage),
    datasets: lineage.datasets.map(one => ({
      name: pair(one),
      ...(one.schema && { columns: columnsOf(one.schema) }),
      ...symlinksOf(one),
      ...(one.lifecycle && {
        lifecycle: {
          change: one.lifecycle.change,
          ...(one.lifecycle.previous && {
            previous: pair(one.lifecycle.previous),
          }),
        },
      }),
    })),
  };
}

function symlinksOf({
  symlinks,
  deletedFacets,
}: Lineage['datasets'][0]): Pick<EventFacts['datasets'][0], 'symlinks'> {
  if (!symlinks) {
    return deletedFacets?.includes('symlinks') ? { symlinks: [] } : {};
  }
  return {
    symlinks: symlinks.map(symlink => ({
      ...pair(symlink),
      type: symlink.type?.slice(0, 255),
    })),
  };
}

function flowOf(lineage: Lineage): StatedFlow {
  const between = lineage.tableEdges.filter(
    ({ from, to }) => from.type === 'dataset' && to.type === 'dataset',
  );
  const sources = between.map(({ from }) => pair(from));
  const targets = between.map(({ to }) => pair(to));
  if (lineage.dataset) {
    const isTold = sources.length > 0 || lineage.withoutUpstream.length > 0;
    return {
      ...(isTold && { inputs: distinct(sources) }),
      ...columns(lineage),
    };
  }
  // Sources and targets that a facet names belong to the job as well.
  const inputs = [...(lineage.inputs ?? []).map(pair), ...sources];
  const outputs = [...(lineage.outputs ?? []).map(pair), ...targets];
  return {
    ...((lineage.inputs || sources.length > 0) && { inputs: distinct(inputs) }),
    ...((lineage.outputs || targets.length > 0) && {
      outputs: distinct(outputs),
    }),
    ...(lineage.lookups && { lookups: lineage.lookups.map(pair) }),
    ...columns(lineage),
  };
}

/**
 * Who drops a dataset does not write it: of the lists that name nothing else nobody
 * knows more. A view that is dropped is made of nothing.
 */
function withoutDropped(flow: StatedFlow, lineage: Lineage): StatedFlow {
  const dropped = new Set(
    lineage.datasets
      .filter(({ lifecycle }) => lifecycle?.change === 'DROP')
      .map(one => keyOf(pair(one))),
  );
  if (dropped.size === 0) return flow;
  if (lineage.dataset) {
    if (!dropped.has(keyOf(pair(lineage.dataset)))) return flow;
    const dataset = pair(lineage.dataset);
    return { inputs: [], columns: [{ dataset, edges: [], influences: [] }] };
  }
  const kept = (names: LineageName[] | undefined) => {
    const left = names?.filter(name => !dropped.has(keyOf(name)));
    return left && left.length === 0 && names!.length > 0 ? undefined : left;
  };
  const inputs = kept(flow.inputs);
  const outputs = kept(flow.outputs);
  const told = flow.columns
    ?.filter(({ dataset }) => !dropped.has(keyOf(dataset)))
    .map(({ dataset, edges, influences }) => ({
      dataset,
      edges: edges.filter(({ from }) => !dropped.has(keyOf(from))),
      influences: influences.filter(({ from }) => !dropped.has(keyOf(from))),
    }));
  return {
    ...(inputs && { inputs }),
    ...(inputs && flow.lookups && { lookups: flow.lookups }),
    ...(outputs && { outputs }),
    ...(told?.length && { columns: told }),
  };
}

function columns(lineage: Lineage): Pick<StatedFlow, 'columns'> {
  const byDataset = new Map<string, NonNullable<StatedFlow['columns']>[0]>();
  const of = (name: LineageName) => {
    const key = keyOf(name);
    const found = byDataset.get(key) ?? {
      dataset: pair(name),
      edges: [],
      influences: [],
    };
    byDataset.set(key, found);
    return found;
  };
  for (const dataset of lineage.withoutUpstream) of(dataset);
  for (const { from, to, transformations } of lineage.columnEdges) {
    const told = of(to).edges;
    if (!isColumn(from.field) || !isColumn(to.field)) continue;
    told.push({
      from: { ...pair(from), field: wellFormed(from.field) },
      to: wellFormed(to.field),
      transformations,
    });
  }
  for (const { from, to, transformations } of lineage.datasetInfluences) {
    if (!isColumn(from.field)) continue;
    of(to).influences.push({
      from: { ...pair(from), field: wellFormed(from.field) },
      transformations,
    });
  }
  return byDataset.size > 0 ? { columns: [...byDataset.values()] } : {};
}

function keyOf({ namespace, name }: LineageName): string {
  return JSON.stringify([namespace, name]);
}

function distinct(names: LineageName[]): LineageName[] {
  return [...new Map(names.map(one => [keyOf(one), one])).values()];
}
