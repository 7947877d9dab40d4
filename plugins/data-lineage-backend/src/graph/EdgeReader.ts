import { Knex } from 'knex';
import { OPEN } from '../derive/Interval';
import { isAnyOf } from '../database/manyRows';
import { seen, Sight } from './Sight';

/** An edge with all origins that tell of it. */
export type ReadEdge = {
  from: number;
  to: number;
  /** Indexes in `ORIGINS`, in order. */
  origins: number[];
  firstSeen: number;
  lastSeen: number;
};

/** A pair of columns, or a column and a node, as one job connects them. */
export type ReadLink = {
  from: { node: number; column: string };
  to: { node: number; column?: string };
  /** The job or dataset that says so. */
  subject: number;
  transformation: number;
  origin: number;
};

/** How many neighbours a node has, and when it was heard of and written. */
export type Degree = {
  upstream: number;
  downstream: number;
  heard: number;
  written?: number;
};

const LINK = [
  'f.node_id as from_node',
  'f.name as from_column',
  'e.transformation_id',
  'e.origin',
  'n.canonical_id as subject',
];

const readLink = (row: any): ReadLink => ({
  from: { node: row.from_node, column: row.from_column },
  to: {
    node: row.to_node,
    ...(row.to_column !== undefined && { column: row.to_column }),
  },
  subject: row.subject,
  transformation: row.transformation_id,
  origin: row.origin,
});

/** Reads edges between nodes that are known already. */
export class EdgeReader {
  constructor(private readonly knex: Knex) {}

  /** All edges among nodes. */
  async among(nodes: readonly number[], sight: Sight): Promise<ReadEdge[]> {
    return this.#edges(sight, q =>
      q
        .where(isAnyOf(this.knex, 'e.from_id', nodes))
        .andWhere(isAnyOf(this.knex, 'e.to_id', nodes)),
    );
  }

  /** All edges that begin or end at a node. */
  async at(node: number, sight: Sight): Promise<ReadEdge[]> {
    return this.#edges(sight, q =>
      q.where(r => r.where('e.from_id', node).orWhere('e.to_id', node)),
    );
  }

  async #edges(
    sight: Sight,
    which: (builder: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<ReadEdge[]> {
    const all = this.knex('edges as e').join(
      'scopes as s',
      's.id',
      'e.scope_id',
    );
    const rows = await which(all)
      .andWhere(seen(this.knex, 'e', sight))
      .select(
        'e.from_id',
        'e.to_id',
        'e.origin',
        'e.valid_from',
        'e.valid_to',
        's.last_seen_at',
      );
    return mergedEdges(rows);
  }

  /** Neighbours of nodes, whether they are in an answer or not. */
  async degrees(
    nodes: readonly number[],
    sight: Sight,
  ): Promise<Map<number, Degree>> {
    const count = (own: string, other: string) =>
      this.knex('edges as e')
        .join('scopes as s', 's.id', 'e.scope_id')
        .where(isAnyOf(this.knex, `e.${own}`, nodes))
        .andWhere(seen(this.knex, 'e', sight))
        .groupBy(`e.${own}`)
        .select(
          `e.${own} as node`,
          this.knex.raw(`count(distinct e.${other}) as count`),
          this.knex.raw('max(s.last_seen_at) as heard'),
          this.knex.raw(
            'max(case when e.origin = 2 then s.last_seen_at end) as written',
          ),
        );
    const [up, down] = await Promise.all([
      count('to_id', 'from_id'),
      count('from_id', 'to_id'),
    ]);
    const degrees = new Map<number, Degree>();
    for (const row of up) {
      degrees.set(row.node, {
        upstream: Number(row.count),
        downstream: 0,
        heard: Number(row.heard),
        written: row.written === null ? undefined : Number(row.written),
      });
    }
    for (const row of down) {
      const known = degrees.get(row.node) ?? { upstream: 0, heard: 0 };
      degrees.set(row.node, {
        ...known,
        downstream: Number(row.count),
        heard: Math.max(known.heard, Number(row.heard)),
      });
    }
    return degrees;
  }

  /** Links between columns of nodes, and from columns of nodes to nodes. */
  async linksAmong(
    nodes: readonly number[],
    sight: Sight,
    limit: number,
  ): Promise<ReadLink[]> {
    const columns = await this.knex('column_edges as e')
      .join('columns as f', 'f.id', 'e.from_id')
      .join('columns as t', 't.id', 'e.to_id')
      .join('scopes as s', 's.id', 'e.scope_id')
      .join('nodes as n', 'n.id', 's.node_id')
      .where(isAnyOf(this.knex, 't.node_id', nodes))
      .andWhere(isAnyOf(this.knex, 'f.node_id', nodes))
      .andWhere(seen(this.knex, 'e', sight))
      .limit(limit)
      .select(...LINK, 't.node_id as to_node', 't.name as to_column');
    const influences = await this.knex('influences as e')
      .join('columns as f', 'f.id', 'e.from_id')
      .join('scopes as s', 's.id', 'e.scope_id')
      .join('nodes as n', 'n.id', 's.node_id')
      .where(isAnyOf(this.knex, 'e.to_id', nodes))
      .andWhere(isAnyOf(this.knex, 'f.node_id', nodes))
      .andWhere(seen(this.knex, 'e', sight))
      .limit(limit)
      .select(...LINK, 'e.to_id as to_node');
    return [...columns, ...influences].map(readLink);
  }

  /** Links that begin or end at columns, by their ids. */
  async linksAt(
    columns: readonly number[],
    side: 'upstream' | 'downstream',
    sight: Sight,
  ): Promise<(ReadLink & { fromId: number; toId: number })[]> {
    const rows = await this.knex('column_edges as e')
      .join('columns as f', 'f.id', 'e.from_id')
      .join('columns as t', 't.id', 'e.to_id')
      .join('scopes as s', 's.id', 'e.scope_id')
      .join('nodes as n', 'n.id', 's.node_id')
      .where(
        isAnyOf(
          this.knex,
          side === 'upstream' ? 'e.to_id' : 'e.from_id',
          columns,
        ),
      )
      .andWhere(seen(this.knex, 'e', sight))
      .select(
        ...LINK,
        'e.from_id',
        'e.to_id',
        't.node_id as to_node',
        't.name as to_column',
      );
    return rows.map(row => ({
      ...readLink(row),
      fromId: row.from_id,
      toId: row.to_id,
    }));
  }

  /** Influences of columns on nodes. */
  async influencesOf(
    columns: readonly number[],
    sight: Sight,
  ): Promise<ReadLink[]> {
    return this.#influences(isAnyOf(this.knex, 'e.from_id', columns), sight);
  }

  /** Influences that columns have on these nodes. */
  async influencesOn(
    nodes: readonly number[],
    sight: Sight,
  ): Promise<ReadLink[]> {
    return this.#influences(isAnyOf(this.knex, 'e.to_id', nodes), sight);
  }

  async #influences(which: Knex.Raw, sight: Sight): Promise<ReadLink[]> {
    const rows = await this.knex('influences as e')
      .join('columns as f', 'f.id', 'e.from_id')
      .join('scopes as s', 's.id', 'e.scope_id')
      .join('nodes as n', 'n.id', 's.node_id')
      .where(which)
      .andWhere(seen(this.knex, 'e', sight))
      .select(...LINK, 'e.to_id as to_node');
    return rows.map(readLink);
  }
}

function mergedEdges(rows: any[]): ReadEdge[] {
  const edges = new Map<string, ReadEdge>();
  for (const row of rows) {
    const firstSeen = Number(row.valid_from);
    const until = Number(row.valid_to);
    const lastSeen = until === OPEN ? Number(row.last_seen_at) : until;
    const key = `${row.from_id}>${row.to_id}`;
    const known = edges.get(key);
    if (!known) {
      edges.set(key, {
        from: row.from_id,
        to: row.to_id,
        origins: [row.origin],
        firstSeen,
        lastSeen,
      });
      continue;
    }
    if (!known.origins.includes(row.origin)) {
      known.origins = [...known.origins, row.origin].sort();
    }
    known.firstSeen = Math.min(known.firstSeen, firstSeen);
    known.lastSeen = Math.max(known.lastSeen, lastSeen);
  }
  return [...edges.values()];
}
