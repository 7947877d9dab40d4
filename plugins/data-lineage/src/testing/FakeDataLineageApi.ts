import {
  Alias,
  ChangePreview,
  ChangeRequest,
  ColumnQuery,
  DataLineageApi,
  DiffQuery,
  DriftItem,
  DriftPage,
  DriftQuery,
  GraphQuery,
  ImpactItem,
  ImpactNotice,
  ImpactQuery,
  ImpactReport,
  LineageGraph,
  LineageName,
  NotCompared,
  SearchPage,
  SearchQuery,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { fakeDrift } from './fakeDrift';
import { fakePreview } from './fakePreview';
import { FakeGraph, reach } from './FakeGraph';
import { SHOP, shopGraph } from './shopGraph';

const DEFAULT_LIMIT = 500;

/** A data-lineage back end in memory. Tests and the dev page set its fields. */
export class FakeDataLineageApi implements DataLineageApi {
  constructor(public graph: FakeGraph = shopGraph()) {}

  /** While set, every call fails with it. */
  failure: Error | undefined;
  drift: DriftItem[] = fakeDrift();
  notCompared: NotCompared[] = [];
  preview: ChangePreview = fakePreview();
  aliases: Alias[] = [];
  /** Messages sent to owners. */
  notices: (ImpactQuery & { message: string })[] = [];
  /** Queries of the graph, in the order in which they came. */
  asked: GraphQuery[] = [];

  async getGraph(query: GraphQuery): Promise<LineageGraph> {
    this.#mayFail();
    this.asked.push(query);
    const edges = this.#edges(query.asOf).filter(
      edge =>
        !query.origins?.length ||
        edge.origins.some(origin => query.origins!.includes(origin)),
    );
    const { direction = 'both', depth = 2, nodes } = query;
    const steps = new Map<string, number>();
    for (const way of ['upstream', 'downstream'] as const) {
      if (direction !== 'both' && direction !== way) continue;
      reach(edges, nodes, way, depth).forEach((step, id) => {
        steps.set(id, Math.min(step, steps.get(id) ?? Infinity));
      });
    }
    const limit = query.limit ?? DEFAULT_LIMIT;
    const ids = [...steps]
      .sort((a, b) => a[1] - b[1])
      .slice(0, limit)
      .map(([id]) => id);
    return {
      ...this.#part(new Set(ids), edges, query.level === 'column'),
      roots: nodes,
      asOf: query.asOf ?? new Date().toISOString(),
      ...(steps.size > limit && {
        truncated: { reason: 'nodes' as const, limit },
      }),
    };
  }

  async getColumn(query: ColumnQuery): Promise<LineageGraph> {
    this.#mayFail();
    const key = (end: { node: string; column?: string }) =>
      `${end.node} ${end.column ?? ''}`;
    const asEdges = this.graph.links.map(link => ({
      from: key(link.from),
      to: key(link.to),
      origins: link.origins,
      firstSeenAt: '',
      lastSeenAt: '',
    }));
    const start = [key(query)];
    const up = reach(asEdges, start, 'upstream', query.depth ?? 20);
    const down = reach(asEdges, start, 'downstream', query.depth ?? 20);
    const columnLinks = this.graph.links.filter(
      ({ from, to }) =>
        (up.has(key(from)) && up.has(key(to))) ||
        (down.has(key(from)) && down.has(key(to))) ||
        // What influences a whole dataset influences the columns on the way.
        (to.column === undefined &&
          [...up.keys()].some(each => each.startsWith(`${to.node} `))),
    );
    const ids = new Set([query.node]);
    columnLinks.forEach(link => {
      ids.add(link.from.node).add(link.to.node);
      if (link.job) ids.add(link.job);
    });
    return {
      ...this.#part(ids, this.#edges(query.asOf), true),
      columnLinks,
      roots: [query.node],
      asOf: query.asOf ?? new Date().toISOString(),
    };
  }

  async getTimes(): Promise<string[]> {
    this.#mayFail();
    return [
      ...new Set(this.graph.edges.map(({ firstSeenAt }) => firstSeenAt)),
    ].sort();
  }

  async getDiff(query: DiffQuery): Promise<LineageGraph> {
    const { from, to, ...rest } = query;
    const before = await this.getGraph({ ...rest, asOf: from });
    const after = await this.getGraph({ ...rest, asOf: to });
    const key = (edge: { from: string; to: string }) =>
      `${edge.from}|${edge.to}`;
    const had = new Set(before.edges.map(key));
    const has = new Set(after.edges.map(key));
    const nodes = new Map(
      [...before.nodes, ...after.nodes].map(node => [node.id, node]),
    );
    return {
      ...after,
      nodes: [...nodes.values()],
      edges: [
        ...after.edges.map(edge => ({
          ...edge,
          change: had.has(key(edge)) ? ('kept' as const) : ('added' as const),
        })),
        ...before.edges
          .filter(edge => !has.has(key(edge)))
          .map(edge => ({ ...edge, change: 'removed' as const })),
      ],
    };
  }

  async getPath(query: { from: string; to: string; asOf?: string }) {
    this.#mayFail();
    const edges = this.#edges(query.asOf);
    const down = reach(edges, [query.from], 'downstream', 100);
    const up = reach(edges, [query.to], 'upstream', 100);
    const length = down.get(query.to);
    const ids = [...down].filter(
      ([id, step]) =>
        length !== undefined && up.has(id) && step + up.get(id)! === length,
    );
    return {
      ...this.#part(new Set(ids.map(([id]) => id)), edges, false),
      roots: [query.from, query.to],
      asOf: query.asOf ?? new Date().toISOString(),
    };
  }

  async search(query: SearchQuery): Promise<SearchPage> {
    this.#mayFail();
    const text = (query.text ?? '').toLowerCase();
    const has = (value: string) => value.toLowerCase().includes(text);
    const items = this.#visible()
      .filter(node => !query.owner || node.owner === query.owner)
      .filter(node => !query.system || node.system === query.system)
      .flatMap(node => {
        const columns = text
          ? (node.columns ?? []).filter(column => has(column.name))
          : [];
        const isNode =
          query.type !== 'column' && (has(node.name) || has(node.title));
        return [
          ...(isNode && (!query.type || query.type === node.type)
            ? [{ node }]
            : []),
          ...(!query.type || query.type === 'column'
            ? columns.map(column => ({ node, column: column.name }))
            : []),
        ];
      });
    return { items: items.slice(0, query.limit ?? 25) };
  }

  async nodesOfEntity(entityRef: string): Promise<VisibleNode[]> {
    this.#mayFail();
    return this.#visible().filter(
      node => node.entityRef === entityRef || node.source === entityRef,
    );
  }

  async getImpact(query: ImpactQuery): Promise<ImpactReport> {
    this.#mayFail();
    const steps = reach(
      this.#edges(query.asOf),
      [query.node],
      'downstream',
      20,
    );
    const owners = new Map<string | undefined, ImpactItem[]>();
    let hidden = 0;
    for (const [id, distance] of steps) {
      if (id === query.node) continue;
      const node = this.#visible().find(each => each.id === id);
      if (!node) {
        hidden++;
        continue;
      }
      const columns = this.graph.links
        .filter(link => link.to.node === id && link.to.column)
        .map(link => ({
          name: link.to.column!,
          transformations: link.transformations,
        }));
      const items = owners.get(node.owner) ?? [];
      items.push({
        node,
        distance,
        columns: columns.length ? columns : undefined,
        quality:
          node.id === SHOP.revenueTable.id ? ['quality:default/revenue'] : [],
      });
      owners.set(node.owner, items);
    }
    const start =
      this.#visible().find(node => node.id === query.node) ?? SHOP.orders;
    return {
      start: { node: start, columns: query.columns },
      owners: [...owners].map(([owner, items]) => ({ owner, items })),
      hidden,
      asOf: query.asOf ?? new Date().toISOString(),
    };
  }

  async notifyOwners(
    query: ImpactQuery & { message: string },
  ): Promise<ImpactNotice> {
    this.#mayFail();
    this.notices.push(query);
    const { owners } = await this.getImpact(query);
    return {
      owners: owners.flatMap(({ owner }) => owner ?? []),
      withoutOwner: owners.find(each => !each.owner)?.items.length ?? 0,
    };
  }

  async previewChange(_request: ChangeRequest): Promise<ChangePreview> {
    this.#mayFail();
    return this.preview;
  }

  async listDrift(query: DriftQuery): Promise<DriftPage> {
    this.#mayFail();
    return {
      items: this.drift.filter(
        item =>
          (!query.kinds?.length || query.kinds.includes(item.kind)) &&
          (!query.owner ||
            [item.from.owner, item.to.owner].includes(query.owner)) &&
          (!query.entityRef ||
            [item.from.entityRef, item.to.entityRef].includes(query.entityRef)),
      ),
      notCompared: this.notCompared,
    };
  }

  async driftAsYaml(id: string): Promise<string> {
    this.#mayFail();
    return `apiVersion: datalark.io/v1alpha1\nkind: Lineage\nmetadata:\n  name: ${id}\nspec:\n  type: flow\n  lifecycle: production\n`;
  }

  async exportEvents(query: GraphQuery): Promise<string> {
    const graph = await this.getGraph(query);
    return graph.nodes
      .map(node => JSON.stringify({ eventTime: graph.asOf, node: node.id }))
      .join('\n');
  }

  async listAliases(): Promise<Alias[]> {
    return this.aliases;
  }

  async addAlias(alias: {
    name: LineageName;
    target: LineageName;
  }): Promise<Alias> {
    const added = {
      ...alias,
      createdBy: 'user:default/guest',
      createdAt: new Date().toISOString(),
    };
    this.aliases.push(added);
    return added;
  }

  async removeAlias(name: LineageName): Promise<void> {
    this.aliases = this.aliases.filter(
      alias =>
        alias.name.namespace !== name.namespace ||
        alias.name.name !== name.name,
    );
  }

  #mayFail() {
    if (this.failure) throw this.failure;
  }

  #visible(): VisibleNode[] {
    return this.graph.nodes.filter((node): node is VisibleNode => !node.hidden);
  }

  #edges(asOf?: string) {
    return this.graph.edges.filter(({ firstSeenAt, until }) =>
      asOf ? firstSeenAt <= asOf && (!until || until > asOf) : !until,
    );
  }

  #part(ids: Set<string>, edges: FakeGraph['edges'], withColumns: boolean) {
    const more = new Map(
      [...ids].map(id => [id, { upstream: 0, downstream: 0 }]),
    );
    for (const { from, to } of edges) {
      const [at, of] = [more.get(from), more.get(to)];
      if (of && !at) of.upstream++;
      if (at && !of) at.downstream++;
    }
    return {
      nodes: this.graph.nodes
        .filter(node => ids.has(node.id))
        .map(node => {
          if (node.hidden) return node;
          const { columns, ...rest } = node;
          return {
            ...rest,
            ...(withColumns && columns && { columns }),
            more: more.get(node.id)!,
          };
        }),
      edges: edges
        .filter(edge => ids.has(edge.from) && ids.has(edge.to))
        .map(({ until, ...edge }) => edge),
      ...(withColumns && {
        columnLinks: this.graph.links.filter(
          link => ids.has(link.from.node) && ids.has(link.to.node),
        ),
      }),
    };
  }
}
