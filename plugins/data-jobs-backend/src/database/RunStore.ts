import { Run } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import {
  DeploymentKey,
  keyColumns,
  keyFromRow,
  recordsFromRow,
} from './DeploymentStore';

/** Incarnations of deployments. */
export class RunStore {
  constructor(private readonly knex: Knex) {}

  async get(id: string): Promise<Run | undefined> {
    const row = await this.knex('runs').where({ id }).first();
    return row && fromRow(row);
  }

  /** Newest first. */
  async list(key: DeploymentKey, limit: number): Promise<Run[]> {
    const rows = await this.knex('runs')
      .where(keyColumns(key))
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(fromRow);
  }

  /** Records a submission; a repetition with the same id changes nothing. */
  async record(run: Run, knex: Knex = this.knex): Promise<void> {
    await knex('runs').insert(toRow(run)).onConflict('id').ignore();
  }

  /** Which of these ids of an engine are runs of somebody's. */
  async knownIds(engine: string, engineJobIds: string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (let i = 0; i < engineJobIds.length; i += 500) {
      const rows = await this.knex('runs')
        .where({ engine })
        .whereIn('engine_job_id', engineJobIds.slice(i, i + 500))
        .distinct('engine_job_id');
      for (const row of rows) found.add(row.engine_job_id);
    }
    return found;
  }

  async update(
    id: string,
    changes: Partial<Pick<Run, 'state' | 'endedAt' | 'records' | 'message'>>,
    knex: Knex = this.knex,
  ): Promise<void> {
    const columns: Record<string, unknown> = {};
    if ('state' in changes) columns.state = changes.state;
    if ('endedAt' in changes) columns.ended_at = changes.endedAt ?? null;
    if ('message' in changes) columns.message = changes.message ?? null;
    if (changes.records) {
      columns.records_read = changes.records.read ?? null;
      columns.records_written = changes.records.written ?? null;
    }
    if (Object.keys(columns).length) {
      await knex('runs').where({ id }).update(columns);
    }
  }
}

function toRow(run: Run) {
  return {
    id: run.id,
    ...keyColumns(run),
    engine: run.engine,
    engine_job_id: run.engineJobId,
    version: run.version,
    state: run.state,
    started_at: run.startedAt,
    ended_at: run.endedAt ?? null,
    restored_from: run.restoredFrom ?? null,
    records_read: run.records?.read ?? null,
    records_written: run.records?.written ?? null,
    message: run.message ?? null,
  };
}

function fromRow(row: any): Run {
  return {
    id: row.id,
    ...keyFromRow(row),
    engine: row.engine,
    engineJobId: row.engine_job_id,
    version: row.version,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    restoredFrom: row.restored_from ?? undefined,
    records: recordsFromRow(row),
    message: row.message ?? undefined,
  };
}
