import { Knex } from 'knex';
import { insertRows, isAnyOf } from './manyRows';
import { NodeName, NodeStore } from './NodeStore';

/** A dataset or job that a catalog entity stands for. */
export type EntityLink = {
  node: NodeName;
  /** `dataset:default/orders`, in lower case as `stringifyEntityRef` gives it. */
  entityRef: string;
  kind: string;
  title?: string;
  /** Entity ref. */
  owner?: string;
  /** Entity ref. */
  system?: string;
  /** Entity ref of the DataSource that holds the dataset. */
  source?: string;
  /** Whatever else is to be shown, as JSON. */
  data?: Record<string, unknown>;
};

/** All datasets of a namespace are held by a DataSource entity. */
export type SourceLink = {
  namespace: string;
  /** Entity ref of the DataSource. */
  source: string;
  owner?: string;
  system?: string;
};

/**
 * Which nodes are catalog entities. The catalog sync is the only writer; reading
 * the graph asks nobody else.
 */
export class EntityLinkStore {
  constructor(private readonly knex: Knex, private readonly nodes: NodeStore) {}

  /**
   * These are all links there are: others are removed. A node that is new to
   * the graph comes to be, without edges. Of two entities for one node the
   * first by its ref wins.
   */
  async replaceAll(
    links: readonly EntityLink[],
    sources: readonly SourceLink[],
  ): Promise<void> {
    await this.knex.transaction(async trx => {
      try {
        const rows = await this.#rows(links, trx);
        await trx('entity_links').delete();
        await this.#insert(rows, trx);
        await trx('source_links').delete();
        await insertRows(
          trx,
          'source_links',
          { namespace: 'text', source: 'text', owner: 'text', system: 'text' },
          sources,
          'on conflict (namespace) do nothing',
        );
      } catch (error) {
        this.nodes.forget();
        throw error;
      }
    });
  }

  /** These entities have these links now; those of other entities stay. */
  async replaceOf(
    entityRefs: readonly string[],
    links: readonly EntityLink[],
  ): Promise<void> {
    await this.knex.transaction(async trx => {
      try {
        const rows = await this.#rows(links, trx);
        await trx('entity_links')
          .where(isAnyOf(trx, 'entity_ref', entityRefs))
          .delete();
        await this.#insert(rows, trx);
      } catch (error) {
        this.nodes.forget();
        throw error;
      }
    });
  }

  /** Ids of the nodes that an entity stands for, or that a DataSource holds. */
  async nodesOf(entityRef: string, limit: number): Promise<number[]> {
    const ref = entityRef.toLowerCase();
    const linked = this.knex('entity_links as l')
      .join('nodes as n', 'n.id', 'l.node_id')
      .where('l.entity_ref', ref)
      .orWhere('l.source', ref)
      .select('n.canonical_id as id');
    const held = this.knex('source_links as s')
      .join('nodes as n', 'n.namespace', 's.namespace')
      .where('s.source', ref)
      .andWhere('n.type', 'dataset')
      .select('n.canonical_id as id');
    const rows = await this.knex
      .from(linked.union(held).as('found'))
      .select('id')
      .orderBy('id')
      .limit(limit);
    return rows.map(({ id }) => id);
  }

  async #rows(links: readonly EntityLink[], knex: Knex) {
    const idOf = await this.nodes.ensure(
      links.map(({ node }) => node),
      knex,
    );
    return [...links]
      .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1))
      .map(link => ({
        node_id: idOf(link.node),
        entity_ref: link.entityRef.toLowerCase(),
        kind: link.kind,
        title: link.title,
        owner: link.owner?.toLowerCase(),
        system: link.system?.toLowerCase(),
        source: link.source?.toLowerCase(),
        data: link.data && JSON.stringify(link.data),
      }));
  }

  async #insert(
    rows: readonly Record<string, unknown>[],
    knex: Knex,
  ): Promise<void> {
    await insertRows(
      knex,
      'entity_links',
      {
        node_id: 'integer',
        entity_ref: 'text',
        kind: 'text',
        title: 'text',
        owner: 'text',
        system: 'text',
        source: 'text',
        data: 'text',
      },
      rows,
      'on conflict (node_id) do nothing',
    );
  }
}
