import {
  AlertCause,
  JobAlert,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import {
  DeploymentKey,
  deploymentFromRow,
  keyColumns,
  keyFromRow,
  keyText,
  StoredDeployment,
} from './DeploymentStore';

/** An alert as the table holds it. */
export type StoredAlert = JobAlert & {
  /** When the owner was told of the present trouble. */
  toldAt?: string;
  revision: number;
};

/** Causes to tell the owners of jobs. */
export class AlertStore {
  constructor(private readonly knex: Knex) {}

  /** Those that hold first, then the ones that changed last. */
  async ofJob(entityRef: string): Promise<StoredAlert[]> {
    const rows = await this.knex('job_alerts')
      .where({ entity_ref: entityRef })
      .orderByRaw(`case when state = 'closed' then 1 else 0 end`)
      .orderBy('changed_at', 'desc');
    return rows.map(fromRow);
  }

  /**
   * Deployments that an owner may have to be told of: degraded ones and those
   * with an alert that has not closed; and `refs`, whatever their state.
   */
  async suspects(refs: string[]): Promise<StoredDeployment[]> {
    const found = new Map<string, StoredDeployment>();
    const add = (rows: any[]) => {
      for (const row of rows) {
        found.set(keyText(keyFromRow(row)), deploymentFromRow(row));
      }
    };
    add(await this.knex('deployments').where({ health: 'degraded' }));
    add(
      await this.knex('deployments as d')
        .join('job_alerts as a', q =>
          q
            .on('a.entity_ref', 'd.entity_ref')
            .andOn('a.environment', 'd.environment'),
        )
        .whereNot('a.state', 'closed')
        .select('d.*'),
    );
    for (let i = 0; i < refs.length; i += 500) {
      add(
        await this.knex('deployments').whereIn(
          'entity_ref',
          refs.slice(i, i + 500),
        ),
      );
    }
    return [...found.values()];
  }

  /** Refs of jobs that have rules of their own. */
  async refsWithRules(): Promise<string[]> {
    const rows = await this.knex('jobs')
      .where('spec', 'like', '%"notifications":%')
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  /** Refs of running jobs whose run took a snapshot, and none since `before`. */
  async refsWithOldSnapshot(before: string): Promise<string[]> {
    const rows = await this.knex('deployments as d')
      .join('snapshots as s', q =>
        q
          .on('s.entity_ref', 'd.entity_ref')
          .andOn('s.environment', 'd.environment')
          .andOn('s.run_id', 'd.run_id'),
      )
      .where('d.observed', 'running')
      .groupBy('d.entity_ref', 'd.environment')
      .havingRaw('max(s.created_at) < ?', [before])
      .select('d.entity_ref');
    return [...new Set(rows.map(row => row.entity_ref as string))];
  }

  /** Alerts of one deployment by their cause. */
  async ofDeployment(
    key: DeploymentKey,
  ): Promise<Map<AlertCause, StoredAlert>> {
    const rows = await this.knex('job_alerts').where(keyColumns(key));
    return new Map(rows.map(row => [row.cause, fromRow(row)]));
  }

  /** Writes an alert unless somebody else did meanwhile; false: somebody did. */
  async write(
    alert: Omit<StoredAlert, 'revision'>,
    before: StoredAlert | undefined,
    knex: Knex = this.knex,
  ): Promise<boolean> {
    const key = { ...keyColumns(alert), cause: alert.cause };
    const columns = {
      state: alert.state,
      severity: alert.severity,
      message: alert.message,
      since: alert.since,
      changed_at: alert.changedAt,
      times: alert.times,
      told_at: alert.toldAt ?? null,
      revision: (before?.revision ?? 0) + 1,
    };
    if (before) {
      const changed = await knex('job_alerts')
        .where({ ...key, revision: before.revision })
        .update(columns);
      return changed > 0;
    }
    const written = await knex('job_alerts')
      .insert({ ...key, ...columns })
      .onConflict(['entity_ref', 'environment', 'cause'])
      .ignore()
      .returning('cause');
    return written.length > 0;
  }
}

function fromRow(row: any): StoredAlert {
  return {
    ...keyFromRow(row),
    cause: row.cause,
    state: row.state,
    severity: row.severity,
    message: row.message,
    since: row.since,
    changedAt: row.changed_at,
    times: row.times,
    toldAt: row.told_at ?? undefined,
    revision: row.revision,
  };
}
