import { Knex } from 'knex';
import { EDGE_TABLES } from '../database/EdgeStore';
import { isAnyOf } from '../database/manyRows';

/** Scopes that are pruned in one transaction. */
const BATCH = 200;

/**
 * Forgets raw events, and runs made of them, that newer runs have replaced long
 * ago. What a job has said last stays however old it is, and so does the graph
 * with its history; only a rebuild cannot make anew what the events are gone of.
 */
export class Pruner {
  constructor(private readonly knex: Knex) {}

  /** Forgets what was replaced before `cutoff`; gives the number of events. */
  async prune(cutoff: number): Promise<number> {
    let events = 0;
    let after = 0;
    for (;;) {
      const scopes = await this.knex('runs')
        .where('scope_id', '>', after)
        .andWhere('started_at', '<', cutoff)
        .distinct('scope_id')
        .orderBy('scope_id')
        .limit(BATCH);
      if (scopes.length === 0) break;
      const ids = scopes.map(({ scope_id }) => scope_id as number);
      events += await this.knex.transaction(trx =>
        this.#scopes(ids, cutoff, trx),
      );
      after = ids.at(-1)!;
    }
    for (const table of EDGE_TABLES) {
      await this.knex(table).where('superseded_at', '<', cutoff).delete();
    }
    return events;
  }

  async #scopes(
    ids: readonly number[],
    cutoff: number,
    trx: Knex,
  ): Promise<number> {
    await trx('locks').where({ name: 'derive' }).forUpdate().first();
    let events = 0;
    for (const scope of await trx('scopes').where(isAnyOf(trx, 'id', ids))) {
      // From here on nothing of older runs counts.
      const base = await trx('runs')
        .where({ scope_id: scope.id })
        .andWhere('settled_at', '<', cutoff)
        .andWhere(q => scope.has_columns && q.where({ settles_columns: true }))
        .orderBy('started_at', 'desc')
        .first('started_at', 'settled_at');
      if (!base) continue;
      const old = await trx('runs')
        .where({ scope_id: scope.id })
        .andWhere('started_at', '<', base.started_at)
        .select('key');
      if (old.length === 0) continue;
      const keys = old.map(({ key }) => key as string);
      const seqs = trx('events')
        .where(isAnyOf(trx, 'run_key', keys))
        .select('seq');
      await trx('pending_events').whereIn('seq', seqs).delete();
      events += await trx('events')
        .where(isAnyOf(trx, 'run_key', keys))
        .delete();
      await trx('runs').where(isAnyOf(trx, 'key', keys)).delete();
      await trx('scopes')
        .where({ id: scope.id })
        .update({ pruned_before: base.settled_at });
    }
    return events;
  }
}
