import { InputError } from '@backstage/errors';
import {
  SearchHit,
  SearchPage,
  SearchQuery,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { escapeLike } from '@datalark/backstage-plugin-data-entities-node';
import { Knex } from 'knex';
import { shownNode } from '../graph/GraphAnswer';
import { NodeFacts } from '../graph/NodeReader';
import { Authorizer, Visibility } from './Authorizer';
import { Caller } from './Caller';
import { GraphDeps } from './GraphService';

const DEFAULT_LIMIT = 25;
const MOST_PER_ENTITY = 1_000;
/** Rows that are looked at for one page, where most may not be seen. */
const MOST_LOOKED_AT = 20_000;

/** Where the next page begins. */
type Cursor = { node: number; column: string };

type Found = { node: number; column: string };

const seesNothing = ({ entities, unowned }: Visibility) =>
  entities === AuthorizeResult.DENY && !unowned;

/** Both databases compare bytes, whatever the locale. */
const binary = (knex: Knex, column: string) =>
  knex.client.config.client === 'pg' ? `${column} collate "C"` : column;

/** Finds nodes by their names, their entities and their columns. */
export class SearchService {
  constructor(private readonly deps: GraphDeps) {}

  async search(caller: Caller, query: SearchQuery): Promise<SearchPage> {
    const { authorizer, nodes, edges } = this.deps;
    const limit = query.limit ?? DEFAULT_LIMIT;
    const visibility = await authorizer.visibility(caller);
    if (seesNothing(visibility)) return { items: [] };
    let cursor = readCursor(query.cursor);
    const hits: { facts: NodeFacts; found: Found }[] = [];
    let looked = 0;
    let isEnd = false;
    while (hits.length <= limit && !isEnd && looked < MOST_LOOKED_AT) {
      const size = Math.max(100, limit + 1);
      const rows = await this.#rows(query, visibility, cursor, size);
      isEnd = rows.length < size;
      looked += rows.length;
      cursor = rows.at(-1) ?? cursor;
      const facts = await nodes.read([...new Set(rows.map(row => row.node))]);
      const visible = await visibility.visible([...facts.values()]);
      for (const found of rows) {
        const one = facts.get(found.node);
        if (one && visible.has(one)) hits.push({ facts: one, found });
      }
    }
    const page = hits.slice(0, limit);
    const degrees = await edges.degrees(
      [...new Set(page.map(({ found }) => found.node))],
      {},
    );
    const rest = hits.length > limit ? page.at(-1)?.found : undefined;
    const next = rest ?? (isEnd ? undefined : cursor);
    return {
      items: page.map(
        ({ facts, found }): SearchHit => ({
          node: shownNode(facts, { degree: degrees.get(found.node) }),
          ...(found.column !== '' && { column: found.column }),
        }),
      ),
      ...(next && { nextCursor: writeCursor(next) }),
    };
  }

  /** Nodes that an entity stands for, or that a DataSource holds. */
  async nodesOfEntity(
    caller: Caller,
    entityRef: string,
  ): Promise<VisibleNode[]> {
    const { stores, nodes, edges, authorizer } = this.deps;
    const ids = await stores.links.nodesOf(entityRef, MOST_PER_ENTITY);
    const facts = await nodes.read(ids);
    const visible = await visibleOf(authorizer, caller, [...facts.values()]);
    const degrees = await edges.degrees(ids, {});
    return [...facts.values()]
      .filter(one => visible.has(one))
      .map(one => shownNode(one, { degree: degrees.get(one.key) }));
  }

  /** Found by name, title or column, each node once for each of its columns. */
  async #rows(
    query: SearchQuery,
    visibility: Visibility,
    after: Cursor | undefined,
    size: number,
  ): Promise<Found[]> {
    const { knex } = this.deps.stores;
    const text = (query.text ?? '').replace(/\0/g, '').trim().toLowerCase();
    const parts = [
      ...(query.type === 'column' ? [] : [this.#nodes(query, text)]),
      ...(query.type === 'column' || (text !== '' && query.type !== 'job')
        ? [this.#columns(text)]
        : []),
    ].map(part => this.#filtered(part, query, visibility));
    const rows = await knex
      .from(knex.union(parts).as('found'))
      // With one part nothing unites what has several names.
      .distinct()
      .where(q => {
        if (!after) return;
        q.where('node', '>', after.node).orWhere(r =>
          r
            .where('node', after.node)
            .andWhere('column_name', '>', after.column),
        );
      })
      .orderBy(['node', 'column_name'])
      .limit(size)
      .select('node', 'column_name');
    return rows.map(row => ({ node: row.node, column: row.column_name }));
  }

  #nodes(query: SearchQuery, text: string): Knex.QueryBuilder {
    const { knex } = this.deps.stores;
    const builder = this.#joined().select(
      'n.canonical_id as node',
      knex.raw(`${binary(knex, "''")} as column_name`),
    );
    if (query.type && query.type !== 'column') {
      builder.where('n.type', query.type);
    }
    if (text === '') return builder;
    const pattern = `%${escapeLike(text)}%`;
    return builder.where(q =>
      q
        .whereRaw(`n.search_text like ? escape '\\'`, [pattern])
        .orWhereRaw(`lower(l.title) like ? escape '\\'`, [pattern]),
    );
  }

  #columns(text: string): Knex.QueryBuilder {
    const { knex } = this.deps.stores;
    const pattern = `%${escapeLike(text)}%`;
    return this.#joined()
      .join('columns as c', 'c.node_id', 'n.id')
      .whereRaw(`c.search_text like ? escape '\\'`, [pattern])
      .select(
        'n.canonical_id as node',
        knex.raw(`${binary(knex, 'c.name')} as column_name`),
      );
  }

  #joined(): Knex.QueryBuilder {
    return this.deps.stores
      .knex('nodes as n')
      .leftJoin('entity_links as l', 'l.node_id', 'n.id')
      .leftJoin('source_links as h', 'h.namespace', 'n.namespace');
  }

  #filtered(
    builder: Knex.QueryBuilder,
    query: SearchQuery,
    visibility: Visibility,
  ): Knex.QueryBuilder {
    const { knex } = this.deps.stores;
    for (const key of ['owner', 'system'] as const) {
      const value = query[key];
      if (value === undefined) continue;
      builder.whereRaw(`coalesce(l.${key}, h.${key}) = ?`, [
        value.toLowerCase(),
      ]);
    }
    // What is refused anyway need not be looked at; entities of other names of
    // the same dataset count too.
    const linked = knex('entity_links as o')
      .join('nodes as m', 'm.id', 'o.node_id')
      .whereRaw('m.canonical_id = n.canonical_id');
    if (!visibility.unowned) builder.whereExists(linked);
    if (visibility.entities === AuthorizeResult.DENY) {
      builder.whereNotExists(linked);
    }
    return builder;
  }
}

/** Of nodes, those that a caller may see. */
export async function visibleOf<T extends { entityRef?: string }>(
  authorizer: Authorizer,
  caller: Caller,
  nodes: readonly T[],
): Promise<Set<T>> {
  return (await authorizer.visibility(caller)).visible(nodes);
}

function writeCursor({ node, column }: Cursor): string {
  return Buffer.from(JSON.stringify([node, column])).toString('base64url');
}

function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  try {
    const [node, column] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (Number.isInteger(node) && typeof column === 'string') {
      return { node, column };
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    `cursor: ${text} comes from no page; leave it out to begin anew.`,
  );
}
