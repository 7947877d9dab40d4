import { UnmanagedJob } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';

/** A job on an engine that is no deployment of ours, as it was seen. */
export type StoredUnmanagedJob = Omit<
  UnmanagedJob,
  'suggestedName' | 'candidates'
>;

/** Jobs that engines showed and nobody declared. */
export class UnmanagedStore {
  constructor(private readonly knex: Knex) {}

  async list(engine?: string): Promise<StoredUnmanagedJob[]> {
    const rows = await this.knex('unmanaged_jobs')
      .modify(q => {
        if (engine) q.where({ engine });
      })
      .orderBy(['engine', 'name', 'engine_job_id']);
    return rows.map(fromRow);
  }

  async get(
    engine: string,
    engineJobId: string,
  ): Promise<StoredUnmanagedJob | undefined> {
    const row = await this.knex('unmanaged_jobs')
      .where({ engine, engine_job_id: engineJobId })
      .first();
    return row && fromRow(row);
  }

  async save(job: StoredUnmanagedJob): Promise<void> {
    await this.knex('unmanaged_jobs')
      .insert({
        engine: job.engine,
        engine_job_id: job.engineJobId,
        name: job.name,
        state: job.state,
        started_at: job.startedAt ?? null,
        first_seen_at: job.firstSeenAt,
      })
      .onConflict(['engine', 'engine_job_id'])
      .merge(['name', 'state', 'started_at']);
  }

  /** False: it is gone, or somebody else was faster. */
  async take(
    engine: string,
    engineJobId: string,
    knex: Knex = this.knex,
  ): Promise<boolean> {
    const taken = await knex('unmanaged_jobs')
      .where({ engine, engine_job_id: engineJobId })
      .delete();
    return taken > 0;
  }
}

function fromRow(row: any): StoredUnmanagedJob {
  return {
    engine: row.engine,
    engineJobId: row.engine_job_id,
    name: row.name,
    state: row.state,
    startedAt: row.started_at ?? undefined,
    firstSeenAt: row.first_seen_at,
  };
}
