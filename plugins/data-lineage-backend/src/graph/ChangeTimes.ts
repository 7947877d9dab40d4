import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { OPEN } from '../derive/Interval';

const MOST_NODES = 2_000;
const MOST_TIMES = 500;

/** A flow that holds or held, and when it began and ended. */
type Held = { from: number; to: number; times: number[] };

/** When something changed around nodes, also at what does not hold any more. */
export class ChangeTimes {
  constructor(private readonly knex: Knex) {}

  /**
   * Flows that were ever around nodes, up to so many steps away; of more than two
   * thousand nodes those that are nearest.
   */
  async flows(roots: readonly number[], depth: number): Promise<Held[]> {
    const seen = new Set(roots);
    const found = new Map<string, Held>();
    let frontier = [...seen];
    for (let step = 0; step < depth && frontier.length > 0; step += 1) {
      const rows = await this.around(frontier);
      const next = new Set<number>();
      for (const row of rows) {
        const { from_id: from, to_id: to } = row;
        found.set(String(row.id), { from, to, times: timesOf(row) });
        for (const end of [from, to]) if (!seen.has(end)) next.add(end);
      }
      frontier = [...next].slice(0, Math.max(0, MOST_NODES - seen.size));
      for (const id of frontier) seen.add(id);
    }
    return [...found.values()];
  }

  private around(nodes: readonly number[]) {
    return this.knex('edges')
      .whereNull('superseded_at')
      .where(q =>
        q
          .where(isAnyOf(this.knex, 'from_id', nodes))
          .orWhere(isAnyOf(this.knex, 'to_id', nodes)),
      )
      .select('id', 'from_id', 'to_id', 'valid_from', 'valid_to');
  }

  /** When columns of datasets began or ceased to be made of others among them. */
  async ofColumns(nodes: readonly number[]): Promise<number[]> {
    if (nodes.length === 0) return [];
    const rows = await this.knex('column_edges as e')
      .join('columns as f', 'f.id', 'e.from_id')
      .join('columns as t', 't.id', 'e.to_id')
      .whereNull('e.superseded_at')
      .where(isAnyOf(this.knex, 't.node_id', nodes))
      .where(isAnyOf(this.knex, 'f.node_id', nodes))
      .distinct('e.valid_from', 'e.valid_to');
    return rows.flatMap(timesOf);
  }
}

/** Each once, in order; of very many the newest. */
export function distinctTimes(times: readonly number[]): number[] {
  return [...new Set(times)].sort((a, b) => a - b).slice(-MOST_TIMES);
}

function timesOf(row: { valid_from: unknown; valid_to: unknown }): number[] {
  const to = Number(row.valid_to);
  return [Number(row.valid_from), ...(to === OPEN ? [] : [to])];
}
