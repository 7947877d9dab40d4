import {
  nodeId,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Knex } from 'knex';
import { isAnyOf, isAnyOfThose } from '../database/manyRows';
import { dataSystemOf } from './dataSystemOf';
import { droppedNodes } from './droppedNodes';
import { isoTimes } from './isoTimes';
import { shortName } from './shortName';

/** A node as it is shown, before anybody has asked who may see it. */
export type NodeFacts = Omit<VisibleNode, 'more' | 'columns'> & {
  key: number;
  /** Of the entity's link. */
  data?: Record<string, unknown>;
};

const newest = (rows: any[], by: string) =>
  rows.reduce(
    (best, row) =>
      best === undefined || Number(row[by]) > Number(best[by]) ? row : best,
    undefined,
  );

/** Reads what is told of nodes, by the numbers that names lead to. */
export class NodeReader {
  constructor(private readonly knex: Knex) {}

  async read(ids: readonly number[]): Promise<Map<number, NodeFacts>> {
    if (ids.length === 0) return new Map();
    const [names, scopes, dropped] = await Promise.all([
      this.#names(ids),
      this.#scopes(ids),
      droppedNodes(ids, this.knex),
    ]);
    const groups = new Map<number, any[]>();
    const leads = new Map<number, number>();
    for (const row of names) {
      leads.set(row.id, row.canonical_id);
      const group = groups.get(row.canonical_id);
      if (group) group.push(row);
      else groups.set(row.canonical_id, [row]);
    }
    const heard = new Map<number, any[]>();
    for (const row of scopes) {
      const node = leads.get(row.node_id);
      if (node === undefined) continue;
      const list = heard.get(node);
      if (list) list.push(row);
      else heard.set(node, [row]);
    }
    const found = new Map<number, NodeFacts>();
    const iso = isoTimes();
    for (const [id, group] of groups) {
      const droppedAt = dropped.get(id);
      found.set(id, {
        ...nodeFacts(id, group, heard.get(id) ?? [], iso),
        ...(droppedAt !== undefined && { droppedAt: iso(droppedAt) }),
      });
    }
    return found;
  }

  /** All names that lead to the nodes, with the entities they stand for. */
  async #names(ids: readonly number[]): Promise<any[]> {
    return this.knex('nodes as n')
      .leftJoin('entity_links as l', 'l.node_id', 'n.id')
      .leftJoin('source_links as h', 'h.namespace', 'n.namespace')
      .where(isAnyOf(this.knex, 'n.canonical_id', ids))
      .select(
        'n.id',
        'n.canonical_id',
        'n.type',
        'n.namespace',
        'n.name',
        'l.entity_ref',
        'l.kind',
        'l.title',
        'l.owner',
        'l.system',
        'l.source',
        'l.data',
        'h.source as held_by',
        'h.owner as holder_owner',
        'h.system as holder_system',
      );
  }

  async #scopes(ids: readonly number[]): Promise<any[]> {
    const names = this.knex('nodes')
      .where(isAnyOf(this.knex, 'canonical_id', ids))
      .select('id');
    return this.knex('scopes')
      .where(isAnyOfThose(this.knex, 'node_id', names))
      .select(
        'node_id',
        'last_seen_at',
        'run_state',
        'processing',
        'integration',
        'facets_at',
      );
  }
}

function nodeFacts(
  id: number,
  group: any[],
  heard: any[],
  iso: (at: number) => string,
): NodeFacts {
  const main = group.find(row => row.id === id) ?? group[0];
  const linked = group
    .filter(row => row.entity_ref)
    .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
  const link = linked.find(row => row.id === id) ?? linked[0];
  const others = group.filter(row => row !== main);
  // The engine and the control plane both tell of one run: the newest word counts.
  const run = newest(
    heard.filter(row => row.run_state),
    'last_seen_at',
  );
  const facets = newest(
    heard.filter(row => row.facets_at),
    'facets_at',
  );
  const last = newest(heard, 'last_seen_at');
  const owner = link?.owner ?? main.holder_owner;
  const system = link?.system ?? main.holder_system;
  const source = link?.source ?? main.held_by;
  const dataSystem =
    main.type === 'dataset' ? dataSystemOf(main.namespace) : undefined;
  return {
    key: id,
    id: nodeId(main.type, main),
    type: main.type,
    namespace: main.namespace,
    name: main.name,
    title: link?.title ?? shortName(main),
    ...(link && { entityRef: link.entity_ref }),
    ...(owner && { owner }),
    ...(system && { system }),
    ...(source && { source }),
    ...(dataSystem && { dataSystem }),
    ...(others.length > 0 && {
      symlinks: others.map(({ namespace, name }) => ({ namespace, name })),
    }),
    ...(facets?.processing && { processing: facets.processing }),
    ...(facets?.integration && { integration: facets.integration }),
    ...(run && { runState: run.run_state }),
    ...(last && { lastSeenAt: iso(Number(last.last_seen_at)) }),
    ...(link?.data && { data: JSON.parse(link.data) }),
  };
}
