import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { seen, Sight } from './Sight';

/** The nodes that a walk has come to, and how far each is. */
export type Walked = {
  /** Steps by node; 0 for where it began. */
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

/**
 * Walks the graph level by level: one query for each step, whatever the number
 * of nodes, and each node once, so that circles end.
 */
export class GraphWalk {
  constructor(private readonly knex: Knex) {}

  async walk(plan: WalkPlan, sight: Sight): Promise<Walked> {
    const distances = new Map<number, number>();
    const seenUp = new Set(plan.upstream);
    const seenDown = new Set(plan.downstream);
    for (const id of [...seenUp, ...seenDown]) distances.set(id, 0);
    let up = [...seenUp];
    let down = [...seenDown];
    for (let step = 1; step <= plan.depth; step += 1) {
      if (up.length === 0 && down.length === 0) break;
      const next = await this.#step(up, down, sight);
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

  /** Shortest ways along the flow: all nodes on them. */
  async paths(
    from: number,
    to: number,
    limits: { depth: number; maxNodes: number },
    sight: Sight,
  ): Promise<number[]> {
    const { distances } = await this.walk(
      {
        upstream: [],
        downstream: [from],
        depth: limits.depth,
        maxNodes: limits.maxNodes,
      },
      sight,
    );
    const length = distances.get(to);
    if (length === undefined) return [];
    const onPath = new Set([to]);
    let level = [to];
    for (let step = length - 1; step >= 0; step -= 1) {
      const { up } = await this.#step(level, [], sight);
      level = up.filter(id => distances.get(id) === step);
      for (const id of level) onPath.add(id);
    }
    return [...onPath];
  }

  async #step(
    up: readonly number[],
    down: readonly number[],
    sight: Sight,
  ): Promise<{ up: number[]; down: number[] }> {
    const next = (own: string, other: string, ids: readonly number[]) =>
      this.knex('edges as e')
        .where(isAnyOf(this.knex, `e.${own}`, ids))
        .andWhere(seen(this.knex, 'e', sight));
    const parts = [
      ...(up.length
        ? [
            next('to_id', 'from_id', up).distinct(
              this.knex.raw('0 as is_down'),
              'e.from_id as id',
            ),
          ]
        : []),
      ...(down.length
        ? [
            next('from_id', 'to_id', down).distinct(
              this.knex.raw('1 as is_down'),
              'e.to_id as id',
            ),
          ]
        : []),
    ];
    const rows =
      parts.length === 2 ? await parts[0].unionAll(parts[1]) : await parts[0];
    const found = { up: [] as number[], down: [] as number[] };
    for (const { is_down, id } of rows) {
      (is_down === 1 ? found.down : found.up).push(id);
    }
    // The same answer each time, where a cap cuts it.
    found.up.sort((a, b) => a - b);
    found.down.sort((a, b) => a - b);
    return found;
  }
}

function fresh(ids: readonly number[], known: Set<number>): number[] {
  const found = ids.filter(id => !known.has(id));
  for (const id of found) known.add(id);
  return found;
}
