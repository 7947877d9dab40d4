import { Knex } from 'knex';
import { isAnyOf, isPostgres } from '../database/manyRows';
import { OBSERVED } from '../derive/originIndex';
import { Degree, Degrees } from './Degree';
import { EdgeRow, mergedEdges, ReadEdge } from './ReadEdge';
import { seen, Sight } from './Sight';

/** A pair of columns, or a column and a node, as one job connects them. */
export type ReadLink = {
  from: { node: number; column: string };
  to: { node: number; column?: string };
  /** The job or dataset that says so. */
  subject: number;
  transformation: number;
  origin: number;
};

// Looked up for each edge: joined, PostgreSQL would rather read all scopes.
const HEARD =
  '(select s.last_seen_at from scopes as s where s.id = e.scope_id)';
const SUBJECT =
  '(select n.canonical_id from scopes as s join nodes as n on n.id = s.node_id where s.id = e.scope_id)';

type End = 'from_id' | 'to_id';

type DegreeRow = {
  node: number;
  count: unknown;
  heard: unknown;
  written: unknown;
};

/** Edges among nodes, and what is at other nodes. */
type Around = {
  inside: EdgeRow[];
  upstream: DegreeRow[];
  downstream: DegreeRow[];
};

const LINK = [
  'f.node_id as from_node',
  'f.name as from_column',
  'e.transformation_id',
  'e.origin',
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
    const rows = await this.#rows(sight, q =>
      q
        .where(isAnyOf(this.knex, 'e.from_id', nodes))
        .andWhere(isAnyOf(this.knex, 'e.to_id', nodes)),
    );
    return mergedEdges(rows);
  }

  /** All edges that begin or end at a node. */
  async at(node: number, sight: Sight): Promise<ReadEdge[]> {
    const rows = await this.#rows(sight, q =>
      q.where(r => r.where('e.from_id', node).orWhere('e.to_id', node)),
    );
    return mergedEdges(rows);
  }

  async #rows(
    sight: Sight,
    which: (builder: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<EdgeRow[]> {
    return which(this.#held(sight)).select(
      'e.from_id',
      'e.to_id',
      'e.origin',
      'e.valid_from',
      'e.valid_to',
      this.knex.raw(`${HEARD} as heard`),
    );
  }

  /** All edges among nodes, and {@link degrees}, in one round trip. */
  async around(
    nodes: readonly number[],
    sight: Sight,
  ): Promise<{ edges: ReadEdge[]; degrees: Map<number, Degree> }> {
    const { inside, upstream, downstream } = isPostgres(this.knex)
      ? await this.#fromDatabase(nodes, sight)
      : await this.#oneByOne(nodes, sight);
    const edges = mergedEdges(inside);
    const degrees = new Degrees();
    for (const row of upstream) addCounted(degrees, 'upstream', row);
    for (const row of downstream) addCounted(degrees, 'downstream', row);
    for (const row of inside) {
      const heard = Number(row.heard);
      degrees.hear(row.from_id, heard);
      degrees.hear(row.to_id, heard, row.origin === OBSERVED);
    }
    for (const { from, to } of edges) {
      degrees.of(to).upstream += 1;
      degrees.of(from).downstream += 1;
    }
    return { edges, degrees: degrees.byNode };
  }

  async #fromDatabase(nodes: readonly number[], sight: Sight): Promise<Around> {
    const { rows } = await this.knex.raw(
      'select * from lineage_around(?::int[], ?::bigint, ?::smallint[])',
      [
        `{${nodes.join(',')}}`,
        sight.asOf ?? null,
        (sight.origins ?? null) as any,
      ],
    );
    const [{ inside, upstream, downstream }] = rows;
    return {
      inside: edgeRows(inside),
      upstream: degreeRows(upstream),
      downstream: degreeRows(downstream),
    };
  }

  async #oneByOne(nodes: readonly number[], sight: Sight): Promise<Around> {
    const isIn = (end: End) => isAnyOf(this.knex, `e.${end}`, nodes);
    const [inside, upstream, downstream] = await Promise.all([
      this.#rows(sight, q => q.where(isIn('from_id')).andWhere(isIn('to_id'))),
      this.#counted('to_id', nodes, sight).whereNot(isIn('from_id')),
      this.#counted('from_id', nodes, sight).whereNot(isIn('to_id')),
    ]);
    return { inside, upstream, downstream };
  }

  /** Neighbours of nodes, whether they are in an answer or not. */
  async degrees(
    nodes: readonly number[],
    sight: Sight,
  ): Promise<Map<number, Degree>> {
    const [upstream, downstream] = await Promise.all([
      this.#counted('to_id', nodes, sight),
      this.#counted('from_id', nodes, sight),
    ]);
    const degrees = new Degrees();
    for (const row of upstream) addCounted(degrees, 'upstream', row);
    for (const row of downstream) addCounted(degrees, 'downstream', row);
    return degrees.byNode;
  }

  /** Nodes with how many there are at the other ends. */
  #counted(
    end: End,
    nodes: readonly number[],
    sight: Sight,
  ): Knex.QueryBuilder<any, DegreeRow[]> {
    const { knex } = this;
    const other = end === 'to_id' ? 'from_id' : 'to_id';
    return this.#held(sight)
      .andWhere(isAnyOf(knex, `e.${end}`, nodes))
      .groupBy(`e.${end}`)
      .select(
        `e.${end} as node`,
        knex.raw(`count(distinct e.${other}) as count`),
        knex.raw(`max(${HEARD}) as heard`),
        knex.raw(
          `max(case when e.origin = ${OBSERVED} then ${HEARD} end) as written`,
        ),
      );
  }

  #subject() {
    return this.knex.raw(`${SUBJECT} as subject`);
  }

  #held(sight: Sight): Knex.QueryBuilder {
    return this.knex('edges as e').where(seen(this.knex, 'e', sight));
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
      .where(isAnyOf(this.knex, 't.node_id', nodes))
      .andWhere(isAnyOf(this.knex, 'f.node_id', nodes))
      .andWhere(seen(this.knex, 'e', sight))
      .limit(limit)
      .select(
        ...LINK,
        this.#subject(),
        't.node_id as to_node',
        't.name as to_column',
      );
    const influences = await this.knex('influences as e')
      .join('columns as f', 'f.id', 'e.from_id')
      .where(isAnyOf(this.knex, 'e.to_id', nodes))
      .andWhere(isAnyOf(this.knex, 'f.node_id', nodes))
      .andWhere(seen(this.knex, 'e', sight))
      .limit(limit)
      .select(...LINK, this.#subject(), 'e.to_id as to_node');
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
        this.#subject(),
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
      .where(which)
      .andWhere(seen(this.knex, 'e', sight))
      .select(...LINK, this.#subject(), 'e.to_id as to_node');
    return rows.map(readLink);
  }
}

function addCounted(
  degrees: Degrees,
  side: 'upstream' | 'downstream',
  { node, count, heard, written }: DegreeRow,
): void {
  degrees.of(node)[side] += Number(count);
  degrees.hear(node, Number(heard));
  // What flows away from a dataset does not write it.
  if (side === 'upstream' && written !== null) {
    degrees.hear(node, Number(written), true);
  }
}

/** What comes as one array for each column; null when there are no rows. */
type Columns<T> = { [C in keyof T]: T[C][] | null };

function edgeRows(columns: Columns<EdgeRow>): EdgeRow[] {
  const { from_id, to_id, origin, valid_from, valid_to, heard } = columns;
  return (from_id ?? []).map((from, index) => ({
    from_id: from,
    to_id: to_id![index],
    origin: origin![index],
    valid_from: valid_from![index],
    valid_to: valid_to![index],
    heard: heard![index],
  }));
}

function degreeRows(columns: Columns<DegreeRow>): DegreeRow[] {
  const { node, count, heard, written } = columns;
  return (node ?? []).map((one, index) => ({
    node: one,
    count: count![index],
    heard: heard![index],
    written: written![index],
  }));
}
