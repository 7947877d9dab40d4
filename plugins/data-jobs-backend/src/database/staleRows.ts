import { TERMINAL_STATES } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';

/** Which rows of jobs that go on nobody can vouch for at a moment. */
export type Staleness = {
  /** Engines whose word cannot be written down. */
  unwritten: string[];
  /** Rows observed before this time (ISO 8601, UTC) are stale. */
  before: string;
  /** The same for engines that are asked at another pace. */
  beforeOfEngine: Record<string, string>;
};

const OVER = [...TERMINAL_STATES, 'unknown'];

/**
 * SQL for a query that has `deployments as d`: true for rows that readers see
 * as unknown. It says what `observation/Freshness` says.
 */
export function staleRows(knex: Knex, stale: Staleness): Knex.Raw {
  const own = Object.entries(stale.beforeOfEngine);
  const marks = (values: unknown[]) => values.map(() => '?').join(', ');
  const limit = own.length
    ? `case d.engine ${own.map(() => 'when ? then ?').join(' ')} else ? end`
    : '?';
  const unwritten = stale.unwritten.length
    ? ` or d.engine in (${marks(stale.unwritten)})`
    : '';
  return knex.raw(
    `(d.engine_job_id is not null and d.observed not in (${marks(
      OVER,
    )}) and (d.observed_at < ${limit}${unwritten}))`,
    [...OVER, ...own.flat(), stale.before, ...stale.unwritten],
  );
}
