import { Knex } from 'knex';
import { hashOf } from './hashOf';
import { insertRows, isAnyOf } from './manyRows';

const CACHED = 20_000;

/** JSON contents that recur, each stored once: statements, transformations. */
export class ContentStore<T> {
  readonly #ids = new Map<string, number>();
  readonly #bodies = new Map<number, T>();

  constructor(
    private readonly knex: Knex,
    private readonly table: 'statements' | 'transformations',
  ) {}

  /** Ids of contents, in their order. */
  async ensure(contents: readonly T[], knex: Knex): Promise<number[]> {
    const texts = contents.map(content => JSON.stringify(content));
    const missing = new Map<string, string>();
    for (const body of texts) {
      if (!this.#ids.has(body)) missing.set(hashOf(body), body);
    }
    if (missing.size > 0) {
      await insertRows(
        knex,
        this.table,
        { hash: 'text', body: 'text' },
        [...missing].map(([hash, body]) => ({ hash, body })),
        'on conflict (hash) do nothing',
      );
      const rows = await knex(this.table)
        .where(isAnyOf(knex, 'hash', [...missing.keys()]))
        .select('id', 'hash');
      if (this.#ids.size > CACHED) this.forget();
      for (const { id, hash } of rows) this.#ids.set(missing.get(hash)!, id);
    }
    const wanted = texts.map(text => this.#ids.get(text));
    // Other contents than these may have pushed some out of the cache.
    return wanted.every(id => id !== undefined)
      ? (wanted as number[])
      : this.ensure(contents, knex);
  }

  /** Contents by id. */
  async get(
    ids: Iterable<number>,
    knex: Knex = this.knex,
  ): Promise<Map<number, T>> {
    const found = new Map<number, T>();
    const missing: number[] = [];
    for (const id of new Set(ids)) {
      const body = this.#bodies.get(id);
      if (body === undefined) missing.push(id);
      else found.set(id, body);
    }
    if (missing.length > 0) {
      const rows = await knex(this.table)
        .where(isAnyOf(knex, 'id', missing))
        .select('id', 'body');
      if (this.#bodies.size > CACHED) this.#bodies.clear();
      for (const row of rows) {
        const body = JSON.parse(row.body);
        this.#bodies.set(row.id, body);
        found.set(row.id, body);
      }
    }
    return found;
  }

  /** To be called when a transaction that called `ensure` was rolled back. */
  forget(): void {
    this.#ids.clear();
    this.#bodies.clear();
  }
}
