import { NodeId } from '@datalark/backstage-plugin-data-lineage-common';
import { ChangeTimes, distinctTimes } from '../graph/ChangeTimes';
import { Caller } from './Caller';
import { GraphDeps } from './GraphService';
import { notFound } from './NodeFinder';

const NEAR = 2;

/** Tells when lineage changed: the times that are worth asking for. */
export class TimesService {
  constructor(
    private readonly deps: Pick<
      GraphDeps,
      'nodes' | 'finder' | 'authorizer' | 'settings'
    > & { changes: ChangeTimes },
  ) {}

  /** In order; at most five hundred, the newest. Of what may not be seen none. */
  async times(
    caller: Caller,
    query: { nodes: NodeId[]; depth?: number },
  ): Promise<string[]> {
    const { nodes, finder, authorizer, settings, changes } = this.deps;
    const roots = await finder.find(query.nodes);
    const depth = Math.min(query.depth ?? NEAR, settings.maxDepth);
    const flows = await changes.flows(roots, depth);
    const facts = await nodes.read([
      ...new Set([...roots, ...flows.flatMap(({ from, to }) => [from, to])]),
    ]);
    const visibility = await authorizer.visibility(caller);
    const visible = await visibility.visible([...facts.values()]);
    const seen = new Set([...visible].map(({ key }) => key));
    if (!roots.some(id => seen.has(id))) throw notFound(query.nodes);
    const shown = flows.filter(
      ({ from, to }) => seen.has(from) && seen.has(to),
    );
    const ofColumns = await changes.ofColumns([
      ...new Set(shown.flatMap(({ from, to }) => [from, to])),
    ]);
    return distinctTimes([
      ...shown.flatMap(({ times }) => times),
      ...ofColumns,
    ]).map(time => new Date(time).toISOString());
  }
}
