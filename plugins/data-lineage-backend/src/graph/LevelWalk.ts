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
  edges: 'lineage_levels',
  column_edges: 'lineage_column_levels',
} as const;

/** What a step has come to for the first time on its side. */
type Level = { up: number[]; down: number[] };

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
    const levels = isPostgres(this.knex)
      ? await this.#inDatabase(plan, sight)
      : this.#byLevels(plan, sight);
    const distances = new Map<number, number>();
    for (const id of [...plan.upstream, ...plan.downstream]) {
      distances.set(id, 0);
    }
    let step = 0;
    for await (const { up, down } of levels) {
      step += 1;
      for (const id of [...up, ...down]) {
        if (distances.has(id)) continue;
        if (distances.size >= plan.maxNodes) return { distances, isCut: true };
        distances.set(id, step);
      }
    }
    return { distances, isCut: false };
  }

  /** The neighbours of nodes, upstream and downstream. */
  async step(
    up: readonly number[],
    down: readonly number[],
    sight: Sight,
  ): Promise<Level> {
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

  async #inDatabase(plan: WalkPlan, sight: Sight): Promise<Level[]> {
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
    // The same answer each time, where a cap cuts it.
    const inOrder = (ids: number[]) => ids.sort((a, b) => a - b);
    return rows.map((row: { upstream: number[]; downstream: number[] }) => ({
      up: inOrder(row.upstream),
      down: inOrder(row.downstream),
    }));
  }

  async *#byLevels(plan: WalkPlan, sight: Sight): AsyncGenerator<Level> {
    const seenUp = new Set(plan.upstream);
    const seenDown = new Set(plan.downstream);
    let up = [...seenUp];
    let down = [...seenDown];
    for (let step = 1; step <= plan.depth; step += 1) {
      if (up.length === 0 && down.length === 0) break;
      const next = await this.step(up, down, sight);
      up = fresh(next.up, seenUp);
      down = fresh(next.down, seenDown);
      yield { up, down };
    }
  }
}

function fresh(ids: readonly number[], known: Set<number>): number[] {
  const found = ids.filter(id => !known.has(id));
  for (const id of found) known.add(id);
  return found;
}
