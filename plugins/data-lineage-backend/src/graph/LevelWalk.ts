import { Knex } from 'knex';
import { isAnyOf, isPostgres } from '../database/manyRows';
import { seen, Sight } from './Sight';

/** What a walk has come to, and how far each is. */
export type Walked = {
  /** Steps by node or column; 0 for where it began. */
  distances: Map<number, number>;
  /** It stopped at the cap on nodes. */
  isCut: boolean;
};

/** Where a walk goes. */
export type WalkPlan = {
  upstream: readonly number[];
  downstream: readonly number[];
  depth: number;
  maxNodes: number;
};

const FUNCTIONS = {
  edges: 'lineage_walk',
  column_edges: 'lineage_column_walk',
} as const;

/**
 * Walks from node to node, or from column to column: level by level over
 * indexed edges, each once, so that circles end. On PostgreSQL a function does
 * so in one round trip; SQLite is in the process, and is asked for each level.
 */
export class LevelWalk {
  constructor(
    private readonly knex: Knex,
    private readonly table: keyof typeof FUNCTIONS,
  ) {}

  async walk(plan: WalkPlan, sight: Sight): Promise<Walked> {
    return isPostgres(this.knex)
      ? this.#inDatabase(plan, sight)
      : this.#byLevels(plan, sight);
  }

  /** The neighbours of nodes, upstream and downstream. */
  async step(
    up: readonly number[],
    down: readonly number[],
    sight: Sight,
  ): Promise<{ up: number[]; down: number[] }> {
    const next = async (own: string, other: string, ids: readonly number[]) => {
      if (ids.length === 0) return [];
      const rows = await this.knex(`${this.table} as e`)
        .where(isAnyOf(this.knex, `e.${own}`, ids))
        .andWhere(seen(this.knex, 'e', sight))
        .distinct(`e.${other} as id`)
        // The same answer each time, where a cap cuts it.
        .orderBy('id');
      return rows.map(({ id }): number => id);
    };
    return {
      up: await next('to_id', 'from_id', up),
      down: await next('from_id', 'to_id', down),
    };
  }

  async #inDatabase(plan: WalkPlan, sight: Sight): Promise<Walked> {
    const { rows } = await this.knex.raw(
      `select * from ${
        FUNCTIONS[this.table]
      }(?::int[], ?::int[], ?, ?, ?::bigint, ?::smallint[])`,
      [
        plan.upstream as any,
        plan.downstream as any,
        plan.depth,
        plan.maxNodes,
        sight.asOf ?? null,
        (sight.origins ?? null) as any,
      ],
    );
    const distances = new Map<number, number>();
    let isCut = false;
    for (const { node_id: id, step, is_cut } of rows) {
      isCut ||= is_cut;
      if (id !== null && !distances.has(id)) distances.set(id, step);
    }
    return { distances, isCut };
  }

  async #byLevels(plan: WalkPlan, sight: Sight): Promise<Walked> {
    const distances = new Map<number, number>();
    const seenUp = new Set(plan.upstream);
    const seenDown = new Set(plan.downstream);
    for (const id of [...seenUp, ...seenDown]) distances.set(id, 0);
    let up = [...seenUp];
    let down = [...seenDown];
    for (let step = 1; step <= plan.depth; step += 1) {
      if (up.length === 0 && down.length === 0) break;
      const next = await this.step(up, down, sight);
      up = fresh(next.up, seenUp);
      down = fresh(next.down, seenDown);
      for (const id of [...up, ...down]) {
        if (distances.has(id)) continue;
        if (distances.size >= plan.maxNodes) return { distances, isCut: true };
        distances.set(id, step);
      }
    }
    return { distances, isCut: false };
  }
}

function fresh(ids: readonly number[], known: Set<number>): number[] {
  const found = ids.filter(id => !known.has(id));
  for (const id of found) known.add(id);
  return found;
}
