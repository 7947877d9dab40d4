import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { DeploymentKey, keyColumns } from './DeploymentStore';

/** Snapshots that the portal knows of, also after their engine died. */
export class SnapshotStore {
  constructor(private readonly knex: Knex) {}

  /** Newest first. */
  async list(key: DeploymentKey): Promise<Snapshot[]> {
    const rows = await this.#of(key).orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'row_id', order: 'desc' },
    ]);
    return rows.map(fromRow);
  }

  /** By id, or by location. */
  async find(
    key: DeploymentKey,
    idOrLocation: string,
  ): Promise<Snapshot | undefined> {
    const row = await this.#of(key)
      .andWhere(q =>
        q.where({ id: idOrLocation }).orWhere({ location: idOrLocation }),
      )
      .orderBy('row_id', 'desc')
      .first();
    return row && fromRow(row);
  }

  async newestOfRun(
    key: DeploymentKey,
    runId: string,
  ): Promise<Snapshot | undefined> {
    const row = await this.#of(key)
      .andWhere({ run_id: runId })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'row_id', order: 'desc' },
      ])
      .first();
    return row && fromRow(row);
  }

  /**
   * Writes a snapshot down. One of the same location is the same snapshot: who
   * took it stays, unless the engine has written over it since.
   */
  async record(key: DeploymentKey, snapshot: Snapshot): Promise<void> {
    const before = await this.#of(key)
      .andWhere({ location: snapshot.location })
      .first();
    const row = toRow(key, snapshot);
    if (!before) {
      await this.knex('snapshots')
        .insert(row)
        .onConflict(['entity_ref', 'environment', 'location'])
        .merge();
      return;
    }
    const same = before.created_at === snapshot.createdAt;
    await this.knex('snapshots')
      .where({ row_id: before.row_id })
      .update({
        ...row,
        // Somebody may have been shown this id: it goes on meaning this one.
        id: before.id,
        run_id: same ? before.run_id : row.run_id,
        version: same ? before.version : row.version,
        triggered_by: row.triggered_by ?? (same ? before.triggered_by : null),
      });
  }

  /** Forgets checkpoints of a run that its engine no longer keeps. */
  async dropCheckpoints(
    key: DeploymentKey,
    engineJobId: string,
    keepLocations: string[],
  ): Promise<void> {
    await this.#of(key)
      .andWhere({ kind: 'checkpoint', engine_job_id: engineJobId })
      .whereNotIn('location', keepLocations)
      .delete();
  }

  #of(key: DeploymentKey) {
    return this.knex('snapshots').where(keyColumns(key));
  }
}

function toRow(key: DeploymentKey, snapshot: Snapshot) {
  return {
    ...keyColumns(key),
    id: snapshot.id,
    kind: snapshot.kind,
    location: snapshot.location,
    created_at: snapshot.createdAt,
    size_bytes: snapshot.sizeBytes ?? null,
    duration_ms: snapshot.durationMs ?? null,
    engine_job_id: snapshot.engineJobId,
    run_id: snapshot.runId ?? null,
    version: snapshot.version ?? null,
    triggered_by: snapshot.triggeredBy ?? null,
  };
}

function fromRow(row: any): Snapshot {
  const number = (value: unknown) =>
    value === null || value === undefined ? undefined : Number(value);
  return {
    id: row.id,
    kind: row.kind,
    location: row.location,
    createdAt: row.created_at,
    sizeBytes: number(row.size_bytes),
    durationMs: number(row.duration_ms),
    engineJobId: row.engine_job_id,
    runId: row.run_id ?? undefined,
    version: row.version ?? undefined,
    triggeredBy: row.triggered_by ?? undefined,
  };
}
