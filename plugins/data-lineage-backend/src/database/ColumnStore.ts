import { Knex } from 'knex';
import { insertRows, isAnyOf } from './manyRows';

/** A column of a node. */
export type ColumnName = { node: number; name: string };

/** Longer names are no columns. */
export const LONGEST_COLUMN = 500;

const CACHED = 500_000;

/** Columns, with the small numbers that column edges are made of. */
export class ColumnStore {
  readonly #ids = new Map<string, number>();

  constructor(private readonly knex: Knex) {}

  /** Ids by name; columns that are new get one. */
  async ensure(
    columns: readonly ColumnName[],
    knex: Knex,
  ): Promise<(column: ColumnName) => number> {
    const missing = new Map<string, ColumnName>();
    for (const column of columns) {
      const key = `${column.node} ${column.name}`;
      if (!this.#ids.has(key)) missing.set(key, column);
    }
    if (missing.size > 0) {
      await insertRows(
        knex,
        'columns',
        { node_id: 'integer', name: 'text', search_text: 'text' },
        [...missing.values()].map(({ node, name }) => ({
          node_id: node,
          name,
          search_text: name.toLowerCase().slice(0, LONGEST_COLUMN),
        })),
        'on conflict (node_id, name) do nothing',
      );
      const nodes = [...missing.values()].map(({ node }) => node);
      const rows = await knex('columns')
        .where(isAnyOf(knex, 'node_id', [...new Set(nodes)]))
        .select('id', 'node_id', 'name');
      if (this.#ids.size > CACHED) this.#ids.clear();
      for (const { id, node_id, name } of rows) {
        this.#ids.set(`${node_id} ${name}`, id);
      }
    }
    const ids = new Map<string, number>();
    for (const { node, name } of columns) {
      const key = `${node} ${name}`;
      const id = this.#ids.get(key);
      if (id === undefined) return this.ensure(columns, knex);
      ids.set(key, id);
    }
    return ({ node, name }) => ids.get(`${node} ${name}`)!;
  }

  /** Columns by id. */
  async get(ids: readonly number[], knex: Knex = this.knex) {
    const rows = await knex('columns')
      .where(isAnyOf(knex, 'id', ids))
      .select('id', 'node_id', 'name');
    return new Map<number, ColumnName>(
      rows.map(row => [row.id, { node: row.node_id, name: row.name }]),
    );
  }

  /** To be called when a transaction that called `ensure` was rolled back. */
  forget(): void {
    this.#ids.clear();
  }
}
