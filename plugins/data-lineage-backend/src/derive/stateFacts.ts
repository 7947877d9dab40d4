import { Transformation } from '@datalark/openlineage';
import { Knex } from 'knex';
import { ContentStore } from '../database/ContentStore';
import { ToldLifecycle } from '../database/LifecycleStore';
import { NodeName } from '../database/NodeStore';
import { ToldSymlinks } from '../database/SymlinkStore';
import { EventFacts } from '../ingest/EventFacts';
import { Statement } from './Statement';

const dataset = (name: { namespace: string; name: string }): NodeName => ({
  type: 'dataset',
  namespace: name.namespace,
  name: name.name,
});

const sorted = (names: NodeName[], idOf: (name: NodeName) => number) =>
  [...new Set(names.map(idOf))].sort((a, b) => a - b);

/** All names that an event tells. */
export function namesIn({ subject, flow, datasets }: EventFacts): NodeName[] {
  return [
    subject,
    ...(flow.inputs ?? []).map(dataset),
    ...(flow.outputs ?? []).map(dataset),
    ...(flow.columns ?? []).flatMap(told => [
      dataset(told.dataset),
      ...[...told.edges, ...told.influences].map(({ from }) => dataset(from)),
    ]),
    ...datasets.flatMap(({ name, symlinks, lifecycle }) => [
      dataset(name),
      ...(symlinks ?? []).map(dataset),
      ...(lifecycle?.previous ? [dataset(lifecycle.previous)] : []),
    ]),
  ];
}

/** What an event of a scope says of other names of datasets. */
export function claimsIn(
  { datasets, eventTime }: EventFacts,
  scope: number,
  idOf: (name: NodeName) => number,
): ToldSymlinks[] {
  return datasets.flatMap(({ name, symlinks }) =>
    symlinks
      ? {
          scope,
          node: idOf(dataset(name)),
          at: eventTime,
          symlinks: new Map(
            symlinks.map(symlink => [idOf(dataset(symlink)), symlink.type]),
          ),
        }
      : [],
  );
}

/** What an event says of how datasets come, go and change their names. */
export function lifecyclesIn(
  { datasets, eventTime }: EventFacts,
  idOf: (name: NodeName) => number,
): ToldLifecycle[] {
  return datasets.flatMap(({ name, lifecycle }) =>
    lifecycle
      ? {
          node: idOf(dataset(name)),
          at: eventTime,
          change: lifecycle.change,
          ...(lifecycle.previous && {
            previous: idOf(dataset(lifecycle.previous)),
          }),
        }
      : [],
  );
}

/** Statements of events, in their order; undefined: it says nothing of flows. */
export async function statementsOf(
  events: readonly EventFacts[],
  idOf: (name: NodeName) => number,
  transformations: ContentStore<Transformation[]>,
  knex: Knex,
): Promise<(Statement | undefined)[]> {
  const contents = events.flatMap(({ flow }) =>
    (flow.columns ?? []).flatMap(({ edges, influences }) =>
      [...edges, ...influences].map(one => one.transformations),
    ),
  );
  const ids = await transformations.ensure(contents, knex);
  let next = 0;
  return events.map(({ flow }) => {
    const columns = flow.columns?.map(told => ({
      dataset: idOf(dataset(told.dataset)),
      edges: told.edges.map(
        ({ from, to }): [number, string, string, number] => [
          idOf(dataset(from)),
          from.field,
          to,
          ids[next++],
        ],
      ),
      influences: told.influences.map(({ from }): [number, string, number] => [
        idOf(dataset(from)),
        from.field,
        ids[next++],
      ]),
    }));
    if (!flow.inputs && !flow.outputs && !columns) return undefined;
    return {
      ...(flow.inputs && { inputs: sorted(flow.inputs.map(dataset), idOf) }),
      ...(flow.lookups && { lookups: sorted(flow.lookups.map(dataset), idOf) }),
      ...(flow.outputs && { outputs: sorted(flow.outputs.map(dataset), idOf) }),
      ...(columns && { columns }),
    };
  });
}
