import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/**
 * Until when a lease for `ttlMs` that is seen at `now` can have been given. One
 * that lasts longer was given by a clock that has since been set back.
 */
export function latestLease(now: number, ttlMs: number): number {
  return now + Math.max(10 * ttlMs, 2 * 60_000);
}

/** Says which replica does what only one may do. */
export class LeaseStore {
  constructor(private readonly knex: Knex) {}

  /** Takes or renews a lease for `ttlMs`; false: another owner holds it. */
  async acquire(name: string, owner: string, ttlMs: number): Promise<boolean> {
    const now = Date.now();
    const lease = { owner, until: now + ttlMs };
    const taken = await this.knex('leases')
      .where({ name })
      .andWhere(q =>
        q
          .where({ owner })
          .orWhere('until', '<', now)
          .orWhere('until', '>', latestLease(now, ttlMs)),
      )
      .update(lease);
    if (taken) return true;
    if (await this.knex('leases').where({ name }).first('name')) return false;
    try {
      await this.knex('leases').insert({ name, ...lease });
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) return false;
      throw error;
    }
  }

  /** Gives a lease back, so that another replica need not wait. */
  async release(name: string, owner: string): Promise<void> {
    await this.knex('leases').where({ name, owner }).delete();
  }
}
