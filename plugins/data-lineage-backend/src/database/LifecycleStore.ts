import { Knex } from 'knex';
import { insertRows, isAnyOf, onConflictUpdate } from './manyRows';

/** What a `lifecycleStateChange` facet says of a dataset, as it is named. */
export type ToldLifecycle = {
  node: number;
  at: number;
  /** CREATE, ALTER, DROP, OVERWRITE, RENAME, TRUNCATE. */
  change: string;
  /** Of RENAME: the name that it had. */
  previous?: number;
};

type Rename = { node: number; previous: number; at: number };

/**
 * When datasets were dropped and renamed, and when they were last there. All of it
 * adds up or is a maximum: the order of what is told does not matter.
 */
export class LifecycleStore {
  /** Notes what is told; gives the nodes whose edges or names it may change. */
  async tell(told: readonly ToldLifecycle[], knex: Knex): Promise<number[]> {
    if (told.length === 0) return [];
    const alive = told.filter(({ change }) => change !== 'DROP');
    return [
      ...(await this.#drop(
        told.filter(({ change }) => change === 'DROP'),
        knex,
      )),
      ...(await this.#rename(alive.flatMap(renameOf), knex)),
      ...(await this.#live(alive, knex)),
    ];
  }

  async #drop(told: readonly ToldLifecycle[], knex: Knex): Promise<number[]> {
    if (told.length === 0) return [];
    const nodes = [...new Set(told.map(({ node }) => node))];
    const rows = await knex('drops').where(isAnyOf(knex, 'node_id', nodes));
    const known = new Set(
      rows.map(row => `${row.node_id} ${Number(row.dropped_at)}`),
    );
    const fresh = told.filter(({ node, at }) => !known.has(`${node} ${at}`));
    await insertRows(
      knex,
      'drops',
      { node_id: 'integer', dropped_at: 'bigint' },
      fresh.map(({ node, at }) => ({ node_id: node, dropped_at: at })),
      'on conflict (node_id, dropped_at) do nothing',
    );
    return fresh.map(({ node }) => node);
  }

  async #rename(told: readonly Rename[], knex: Knex): Promise<number[]> {
    if (told.length === 0) return [];
    const nodes = [...new Set(told.map(({ node }) => node))];
    const rows = await knex('renames').where(isAnyOf(knex, 'node_id', nodes));
    const latest = new Map<string, Rename>(
      rows.map(row => [
        `${row.node_id} ${row.previous_id}`,
        {
          node: row.node_id,
          previous: row.previous_id,
          at: Number(row.renamed_at),
        },
      ]),
    );
    const changed = new Map<string, Rename>();
    for (const rename of told) {
      const key = `${rename.node} ${rename.previous}`;
      if (rename.at <= (latest.get(key)?.at ?? -Infinity)) continue;
      latest.set(key, rename);
      changed.set(key, rename);
    }
    await insertRows(
      knex,
      'renames',
      { node_id: 'integer', previous_id: 'integer', renamed_at: 'bigint' },
      [...changed.values()].map(({ node, previous, at }) => ({
        node_id: node,
        previous_id: previous,
        renamed_at: at,
      })),
      onConflictUpdate(['node_id', 'previous_id'], ['renamed_at']),
    );
    return [...changed.values()].flatMap(one => [one.node, one.previous]);
  }

  /** What is there again is not what was renamed. */
  async #live(told: readonly ToldLifecycle[], knex: Knex): Promise<number[]> {
    if (told.length === 0) return [];
    const latest = new Map<number, number>();
    for (const { node, at } of told) {
      latest.set(node, Math.max(at, latest.get(node) ?? -Infinity));
    }
    const rows = await knex('lives').where(
      isAnyOf(knex, 'node_id', [...latest.keys()]),
    );
    for (const row of rows) {
      if (Number(row.alive_at) >= latest.get(row.node_id)!) {
        latest.delete(row.node_id);
      }
    }
    if (latest.size === 0) return [];
    await insertRows(
      knex,
      'lives',
      { node_id: 'integer', alive_at: 'bigint' },
      [...latest].map(([node, at]) => ({ node_id: node, alive_at: at })),
      onConflictUpdate(['node_id'], ['alive_at']),
    );
    const renamed = await knex('renames').where(
      isAnyOf(knex, 'previous_id', [...latest.keys()]),
    );
    return renamed.flatMap(row => [row.node_id, row.previous_id]);
  }
}

function renameOf({ node, at, change, previous }: ToldLifecycle): Rename[] {
  return change === 'RENAME' && previous !== undefined && previous !== node
    ? [{ node, previous, at }]
    : [];
}
