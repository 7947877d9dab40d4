import {
  ColumnTransformation,
  ImpactItem,
  ImpactQuery,
  ImpactReport,
} from '@datalark/backstage-plugin-data-lineage-common';
import { ReadLink } from '../graph/EdgeReader';
import { shownNode } from '../graph/GraphAnswer';
import { NodeFacts } from '../graph/NodeReader';
import { Sight } from '../graph/Sight';
import { Caller } from './Caller';
import { GraphDeps, sightOf } from './GraphService';
import { notFound } from './NodeFinder';

/** What is downstream, and how it is affected. */
type Affected = {
  /** Steps from the start, by node. */
  distances: Map<number, number>;
  /** Affected columns of nodes; all of a node that is not here. */
  columns: Map<number, Map<string, number[]>>;
  isCut: boolean;
};

/** Says what depends on something, and whose it is. */
export class ImpactService {
  constructor(private readonly deps: GraphDeps) {}

  async impact(caller: Caller, query: ImpactQuery): Promise<ImpactReport> {
    const { finder, settings, nodes, edges, authorizer, stores } = this.deps;
    const sight = sightOf(query);
    const start = await finder.one(query.node);
    const depth = Math.min(query.depth ?? settings.maxDepth, settings.maxDepth);
    const affected = query.columns?.length
      ? await this.#ofColumns(start, query.columns, depth, sight)
      : await this.#ofNode(start, depth, sight);
    const ids = [...affected.distances.keys()];
    const [facts, degrees, transformations, visibility] = await Promise.all([
      nodes.read([start, ...ids]),
      edges.degrees([start, ...ids], sight),
      stores.transformations.get(
        [...affected.columns.values()].flatMap(columns =>
          [...columns.values()].flat(),
        ),
      ),
      authorizer.visibility(caller),
    ]);
    const isPast = sight.asOf !== undefined;
    const visible = await visibility.visible([...facts.values()]);
    const self = facts.get(start);
    if (!self || !visible.has(self)) throw notFound([query.node]);
    const shown = ids.flatMap(id => {
      const found = facts.get(id);
      return found && visible.has(found) ? [found] : [];
    });
    return {
      start: {
        node: shownNode(self, { degree: degrees.get(start), isPast }),
        ...(query.columns?.length && { columns: query.columns }),
      },
      owners: byOwner(
        shown,
        (found): ImpactItem => ({
          node: shownNode(found, {
            degree: degrees.get(found.key),
            isPast,
          }),
          ...columnsOf(affected.columns.get(found.key), transformations),
          distance: affected.distances.get(found.key)!,
          quality: qualityOf(found),
        }),
      ),
      hidden: ids.length - shown.length,
      ...(affected.isCut && {
        truncated: { reason: 'nodes', limit: settings.maxNodes },
      }),
      asOf: new Date(sight.asOf ?? Date.now()).toISOString(),
    };
  }

  async #ofNode(start: number, depth: number, sight: Sight): Promise<Affected> {
    const { walk, settings } = this.deps;
    const { distances, isCut } = await walk.walk(
      { upstream: [], downstream: [start], depth, maxNodes: settings.maxNodes },
      sight,
    );
    distances.delete(start);
    return { distances, columns: new Map(), isCut };
  }

  /**
   * Columns, and jobs that read them. What a column decides about as a whole (a
   * filter, a join) is affected as a whole, with everything that comes of it.
   */
  async #ofColumns(
    start: number,
    names: readonly string[],
    depth: number,
    sight: Sight,
  ): Promise<Affected> {
    const { columnWalk, settings } = this.deps;
    const walked = await columnWalk.walk(
      names.map(name => ({ node: start, name })),
      { direction: 'downstream', depth, maxNodes: settings.maxNodes },
      sight,
    );
    const distances = new Map<number, number>();
    const near = (node: number, steps: number) => {
      if (node === start) return;
      distances.set(node, Math.min(distances.get(node) ?? Infinity, steps));
    };
    const columns = new Map<number, Map<string, number[]>>();
    for (const link of walked.links) {
      const steps = this.#stepsTo(link, walked);
      near(link.to.node, steps);
      if (link.subject !== link.to.node) near(link.subject, steps - 1);
      if (link.to.column !== undefined && link.to.node !== start) {
        const of = columns.get(link.to.node) ?? new Map<string, number[]>();
        const known = of.get(link.to.column) ?? [];
        of.set(link.to.column, [...known, link.transformation]);
        columns.set(link.to.node, of);
      }
    }
    const whole = await this.#wholly(walked.influenced, depth, sight);
    for (const [node, steps] of whole.distances) {
      near(node, steps);
      columns.delete(node);
    }
    return { distances, columns, isCut: walked.isCut || whole.isCut };
  }

  #stepsTo(
    { to }: ReadLink,
    walked: { distances: Map<string, number>; influenced: Map<number, number> },
  ): number {
    return to.column === undefined
      ? walked.influenced.get(to.node) ?? 2
      : walked.distances.get(`${to.node} ${to.column}`) ?? 2;
  }

  /** Everything that comes of datasets, nearest ones first. */
  async #wholly(
    influenced: ReadonlyMap<number, number>,
    depth: number,
    sight: Sight,
  ): Promise<{ distances: Map<number, number>; isCut: boolean }> {
    const { walk, settings } = this.deps;
    const distances = new Map<number, number>();
    let isCut = false;
    const byDistance = new Map<number, number[]>();
    for (const [node, steps] of influenced) {
      byDistance.set(steps, [...(byDistance.get(steps) ?? []), node]);
    }
    for (const [steps, nodes] of [...byDistance].sort((a, b) => a[0] - b[0])) {
      const walked = await walk.walk(
        {
          upstream: [],
          downstream: nodes.filter(node => !distances.has(node)),
          depth: depth - steps,
          maxNodes: settings.maxNodes,
        },
        sight,
      );
      isCut ||= walked.isCut;
      for (const [node, more] of walked.distances) {
        const known = distances.get(node) ?? Infinity;
        distances.set(node, Math.min(known, steps + more));
      }
    }
    return { distances, isCut };
  }
}

function byOwner(
  shown: readonly NodeFacts[],
  itemOf: (facts: NodeFacts) => ImpactItem,
): ImpactReport['owners'] {
  const owners = new Map<string, ImpactItem[]>();
  for (const found of shown) {
    const owner = found.owner ?? '';
    owners.set(owner, [...(owners.get(owner) ?? []), itemOf(found)]);
  }
  return [...owners]
    .sort(([a], [b]) => {
      // What nobody owns comes last.
      if (!a || !b) return a ? -1 : 1;
      return a < b ? -1 : 1;
    })
    .map(([owner, items]) => ({
      ...(owner && { owner }),
      items: items.sort(
        (a, b) =>
          a.distance - b.distance || (a.node.title < b.node.title ? -1 : 1),
      ),
    }));
}

function columnsOf(
  columns: ReadonlyMap<string, readonly number[]> | undefined,
  transformations: ReadonlyMap<number, ColumnTransformation[]>,
): Pick<ImpactItem, 'columns'> {
  if (!columns) return {};
  return {
    columns: [...columns]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, ids]) => ({
        name,
        transformations: [...new Set(ids)].flatMap(
          id => transformations.get(id) ?? [],
        ),
      })),
  };
}

function qualityOf({ data }: NodeFacts): string[] {
  const refs = data?.quality;
  return Array.isArray(refs)
    ? refs.filter((ref): ref is string => typeof ref === 'string')
    : [];
}
