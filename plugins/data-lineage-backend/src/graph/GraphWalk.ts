import { Knex } from 'knex';
import { LevelWalk, Walked, WalkPlan } from './LevelWalk';
import { Sight } from './Sight';

/** Walks the graph of datasets and jobs. */
export class GraphWalk {
  readonly #levels: LevelWalk;

  constructor(knex: Knex) {
    this.#levels = new LevelWalk(knex, 'edges');
  }

  async walk(plan: WalkPlan, sight: Sight): Promise<Walked> {
    return this.#levels.walk(plan, sight);
  }

  /** Shortest ways along the flow: all nodes on them. */
  async paths(
    from: number,
    to: number,
    limits: { depth: number; maxNodes: number },
    sight: Sight,
  ): Promise<number[]> {
    const { distances } = await this.walk(
      { ...limits, upstream: [], downstream: [from] },
      sight,
    );
    const length = distances.get(to);
    if (length === undefined) return [];
    const onPath = new Set([to]);
    let level = [to];
    for (let step = length - 1; step >= 0; step -= 1) {
      const { up } = await this.#levels.step(level, [], sight);
      level = up.filter(id => distances.get(id) === step);
      for (const id of level) onPath.add(id);
    }
    return [...onPath];
  }
}
