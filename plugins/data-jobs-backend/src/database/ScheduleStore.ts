import { ScheduleFiring } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { DeploymentKey, keyColumns, keyFromRow } from './DeploymentStore';

/** When a scheduled job is due. */
export type StoredSchedule = {
  entityRef: string;
  /** Cron expression and zone that `nextAt` was made from. */
  key: string;
  /** ISO 8601, UTC; absent when the schedule cannot be read. */
  nextAt?: string;
};

/** A time of a schedule is decided by one replica only. */
export class FiringTakenError extends Error {
  constructor(key: DeploymentKey, { scheduledAt }: ScheduleFiring) {
    super(`${scheduledAt} of ${key.entityRef} was decided before.`);
  }
}

/** When scheduled jobs are due, and what became of their times. */
export class ScheduleStore {
  constructor(private readonly knex: Knex) {}

  /** Jobs with a schedule, or that had one, that changed since they were planned. */
  async unplanned(
    limit = 200,
  ): Promise<Array<{ entityRef: string; jobUpdatedAt: string }>> {
    const rows = await this.knex('jobs as j')
      .leftJoin('schedules as s', 's.entity_ref', 'j.entity_ref')
      .where(q =>
        q
          .where(planned =>
            planned
              .whereNotNull('s.entity_ref')
              .andWhereRaw('s.job_updated_at <> j.updated_at'),
          )
          .orWhere(unknown =>
            unknown
              .whereNull('s.entity_ref')
              .andWhere('j.processing', 'batch')
              .andWhere('j.spec', 'like', '%"schedule":{%'),
          ),
      )
      .orderBy('j.entity_ref')
      .limit(limit)
      .select('j.entity_ref', 'j.updated_at');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      jobUpdatedAt: row.updated_at,
    }));
  }

  async get(entityRef: string): Promise<StoredSchedule | undefined> {
    const row = await this.knex('schedules')
      .where({ entity_ref: entityRef })
      .first();
    return row && fromRow(row);
  }

  async plan(schedule: StoredSchedule, jobUpdatedAt: string): Promise<void> {
    await this.knex('schedules')
      .insert({
        entity_ref: schedule.entityRef,
        schedule_key: schedule.key,
        next_at: schedule.nextAt ?? null,
        job_updated_at: jobUpdatedAt,
      })
      .onConflict('entity_ref')
      .merge();
  }

  async forget(entityRef: string): Promise<void> {
    await this.knex('schedules').where({ entity_ref: entityRef }).delete();
  }

  /** Schedules with a time at or before `now`. */
  async due(now: string): Promise<StoredSchedule[]> {
    const rows = await this.knex('schedules')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(1000);
    return rows.map(fromRow);
  }

  /** Goes on to the next time, unless somebody else has. */
  async advance(before: StoredSchedule, nextAt: string): Promise<void> {
    await this.knex('schedules')
      .where({ entity_ref: before.entityRef, next_at: before.nextAt })
      .update({ next_at: nextAt });
  }

  /** Writes down what became of a time; `FiringTakenError` when that was decided before. */
  async record(
    key: DeploymentKey,
    firing: ScheduleFiring,
    knex: Knex = this.knex,
  ): Promise<void> {
    const rows = await knex('schedule_firings')
      .insert(toRow(key, firing))
      .onConflict(['entity_ref', 'environment', 'scheduled_at'])
      .ignore()
      .returning('scheduled_at');
    if (!rows.length) throw new FiringTakenError(key, firing);
  }

  /** Decides a time that was queued; `FiringTakenError` when it is no longer. */
  async settle(
    key: DeploymentKey,
    firing: ScheduleFiring,
    knex: Knex = this.knex,
  ): Promise<void> {
    const changed = await knex('schedule_firings')
      .where({
        ...keyColumns(key),
        scheduled_at: firing.scheduledAt,
        outcome: 'queued',
      })
      .update(toRow(key, firing));
    if (!changed) throw new FiringTakenError(key, firing);
  }

  async queued(): Promise<Array<DeploymentKey & { firing: ScheduleFiring }>> {
    const rows = await this.knex('schedule_firings')
      .where({ outcome: 'queued' })
      .orderBy('scheduled_at');
    return rows.map(row => ({
      ...keyFromRow(row),
      firing: firingFromRow(row),
    }));
  }

  async find(
    key: DeploymentKey,
    scheduledAt: string,
  ): Promise<ScheduleFiring | undefined> {
    const row = await this.#of(key)
      .andWhere({ scheduled_at: scheduledAt })
      .first();
    return row && firingFromRow(row);
  }

  /** Newest first. */
  async firings(key: DeploymentKey, limit: number): Promise<ScheduleFiring[]> {
    const rows = await this.#of(key)
      .orderBy('scheduled_at', 'desc')
      .limit(limit);
    return rows.map(firingFromRow);
  }

  /** Forgets what was decided before. */
  async prune(before: string): Promise<void> {
    await this.knex('schedule_firings')
      .where('decided_at', '<', before)
      .whereNot({ outcome: 'queued' })
      .delete();
  }

  #of(key: DeploymentKey) {
    return this.knex('schedule_firings').where(keyColumns(key));
  }
}

function fromRow(row: any): StoredSchedule {
  return {
    entityRef: row.entity_ref,
    key: row.schedule_key,
    nextAt: row.next_at ?? undefined,
  };
}

function toRow(key: DeploymentKey, firing: ScheduleFiring) {
  return {
    ...keyColumns(key),
    scheduled_at: firing.scheduledAt,
    outcome: firing.outcome,
    decided_at: firing.decidedAt,
    reason: firing.reason ?? null,
    missed: firing.missed ?? null,
    operation_id: firing.operationId ?? null,
  };
}

function firingFromRow(row: any): ScheduleFiring {
  return {
    scheduledAt: row.scheduled_at,
    outcome: row.outcome,
    decidedAt: row.decided_at,
    reason: row.reason ?? undefined,
    missed: row.missed ?? undefined,
    operationId: row.operation_id ?? undefined,
  };
}
