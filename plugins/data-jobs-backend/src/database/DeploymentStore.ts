import {
  DesiredState,
  Health,
  JobSummary,
  LastChange,
  Observation,
  ObservedState,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ObservedRun } from '@datalark/backstage-plugin-data-jobs-node';
import { Knex } from 'knex';

/** A deployment as the tables hold it: the model's, and what the control plane needs. */
export type StoredDeployment = {
  entityRef: string;
  environment: string;
  engine: string;
  desired: DesiredState;
  desiredBy?: string;
  observation: Observation;
  /** Since when the last known state was what it was. */
  lastKnownSince?: string;
  deployedVersion?: number;
  autoVersion?: number;
  runId?: string;
  /** An id is stored, and no answer yet. */
  submittingSince?: string;
  /** When the engine accepted the present incarnation. */
  submittedAt?: string;
  lastChange?: LastChange;
  snapshotsCheckedAt?: string;
};

/** Which deployment. */
export type DeploymentKey = { entityRef: string; environment: string };

/** The key in the columns of any table. */
export function keyColumns(key: DeploymentKey) {
  return { entity_ref: key.entityRef, environment: key.environment };
}

/** The key of a row of any table. */
export function keyFromRow(row: any): DeploymentKey {
  return { entityRef: row.entity_ref, environment: row.environment };
}

/** The key as one text, for maps and sets. */
export function keyText(key: DeploymentKey): string {
  return `${key.entityRef}|${key.environment}`;
}

/** What is later was written by a clock that has since been set back (ISO 8601, UTC). */
export function latestTime(): string {
  return new Date(Date.now() + 5_000).toISOString();
}

/** Jobs in environments. */
export class DeploymentStore {
  constructor(private readonly knex: Knex) {}

  async get(key: DeploymentKey): Promise<StoredDeployment | undefined> {
    const row = await this.knex('deployments').where(keyColumns(key)).first();
    return row && deploymentFromRow(row);
  }

  async ofJob(entityRef: string): Promise<StoredDeployment[]> {
    const rows = await this.knex('deployments')
      .where({ entity_ref: entityRef })
      .orderBy('environment');
    return rows.map(deploymentFromRow);
  }

  /** Deployments with an incarnation on the engine. */
  async onEngine(
    engine: string,
  ): Promise<Array<StoredDeployment & Pick<JobSummary, 'processing'>>> {
    const rows = await this.knex('deployments as d')
      .join('jobs as j', 'j.entity_ref', 'd.entity_ref')
      .where('d.engine', engine)
      .whereNotNull('d.engine_job_id')
      .select('d.*', 'j.processing');
    return rows.map(row => ({
      ...deploymentFromRow(row),
      processing: row.processing,
    }));
  }

  /** The newest run of each deployment, unless nobody knows how it is. */
  async observedRuns(): Promise<ObservedRun[]> {
    const rows = await this.knex('deployments as d')
      .join('runs as r', 'r.id', 'd.run_id')
      .whereNot('d.observed', 'unknown')
      .whereNull('d.submitting_since')
      .orderBy(['d.entity_ref', 'd.environment'])
      .select(
        'd.entity_ref',
        'd.environment',
        'd.observed',
        'd.since',
        'd.observed_at',
        'r.id',
        'r.started_at',
        'r.ended_at',
      );
    return rows.map(row => ({
      ...keyFromRow(row),
      id: row.id,
      state: row.observed,
      startedAt: row.started_at,
      // A run may be observed in the second in which it is recorded.
      since: [row.ended_at ?? row.since, row.started_at].sort().at(-1),
      observedAt: row.observed_at,
    }));
  }

  /** How many run on the engine, and the one whose snapshots were read longest ago. */
  async nextForSnapshots(
    engine: string,
  ): Promise<{ running: number; next?: StoredDeployment }> {
    const running = () =>
      this.knex('deployments')
        .where({ engine, observed: 'running' })
        .whereNotNull('engine_job_id');
    const [{ total }] = await running().count({ total: '*' });
    const row = await running()
      .orderByRaw('case when snapshots_checked_at is null then 0 else 1 end')
      .orderBy('snapshots_checked_at')
      .first();
    return { running: Number(total), next: row && deploymentFromRow(row) };
  }

  /** Git-owned deployments whose latest version autoDeploy has not dealt with. */
  async undecided(): Promise<DeploymentKey[]> {
    const rows = await this.knex('deployments')
      .join('jobs', 'jobs.entity_ref', 'deployments.entity_ref')
      .where('jobs.origin', 'git')
      .whereNull('jobs.missing_since')
      .andWhere(q =>
        q
          .whereNull('deployments.auto_version')
          .orWhereRaw('deployments.auto_version < jobs.latest_version'),
      )
      .select('deployments.entity_ref', 'deployments.environment');
    return rows.map(keyFromRow);
  }

  /**
   * Makes the deployments fit the declared environments: adds new ones, drops
   * those that were never deployed, follows the engine of those without a run.
   */
  async declare(
    entityRef: string,
    environments: Array<{ environment: string; engine: string }>,
  ): Promise<void> {
    const now = new Date().toISOString();
    for (const { environment, engine } of environments) {
      await this.knex('deployments')
        .insert({
          entity_ref: entityRef,
          environment,
          engine,
          desired: 'stopped',
          observed: 'absent',
          observed_at: now,
          since: now,
          health: 'none',
          health_reasons: '[]',
          message: 'Never deployed.',
        })
        .onConflict(['entity_ref', 'environment'])
        .ignore();
      await this.knex('deployments')
        .where({ entity_ref: entityRef, environment })
        .whereNull('run_id')
        .update({ engine });
    }
    await this.knex('deployments')
      .where({ entity_ref: entityRef })
      .whereNull('run_id')
      .whereNotIn(
        'environment',
        environments.map(one => one.environment),
      )
      .delete();
  }

  async update(
    key: DeploymentKey,
    changes: Partial<
      Omit<StoredDeployment, 'entityRef' | 'environment' | 'observation'>
    > & {
      observation?: Observation;
      engineJobId?: string | null;
    },
    knex: Knex = this.knex,
  ): Promise<void> {
    const columns = changeColumns(changes);
    if (Object.keys(columns).length) {
      await knex('deployments').where(keyColumns(key)).update(columns);
    }
  }

  /** What was seen of an incarnation; one that came meanwhile is left alone. */
  async observe(
    before: StoredDeployment,
    changes: Pick<StoredDeployment, 'observation' | 'lastKnownSince'>,
    knex: Knex = this.knex,
  ): Promise<void> {
    await knex('deployments')
      .where(keyColumns(before))
      .andWhere('engine_job_id', before.observation.engineJobId ?? null)
      .update(
        changeColumns({
          observation: changes.observation,
          lastKnownSince: changes.lastKnownSince,
        }),
      );
  }

  /** All of an engine's deployments were looked at, and these did not change. */
  async touchObservedAt(engine: string, at: string): Promise<void> {
    await this.knex('deployments')
      .where({ engine })
      .whereNotNull('engine_job_id')
      .andWhere(q =>
        q
          .where('observed_at', '<', at)
          .orWhere('observed_at', '>', latestTime()),
      )
      .update({ observed_at: at });
  }
}

const PLAIN = {
  engine: 'engine',
  desired: 'desired',
  desiredBy: 'desired_by',
  deployedVersion: 'deployed_version',
  autoVersion: 'auto_version',
  runId: 'run_id',
  submittingSince: 'submitting_since',
  submittedAt: 'submitted_at',
  lastKnownSince: 'last_known_since',
  engineJobId: 'engine_job_id',
  snapshotsCheckedAt: 'snapshots_checked_at',
} as const;

// A field that is present but undefined is cleared; an absent one stays.
function changeColumns(changes: Record<string, any>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(PLAIN)) {
    if (field in changes) columns[column] = changes[field] ?? null;
  }
  if (changes.observation) {
    Object.assign(columns, observationColumns(changes.observation));
  }
  if (changes.lastChange) {
    const change: LastChange = changes.lastChange;
    Object.assign(columns, {
      last_change_at: change.at,
      last_change_by: change.by,
      last_change_verb: change.verb,
      last_change_state: change.state,
      last_change_operation: change.operationId,
    });
  }
  return columns;
}

function observationColumns(o: Observation) {
  return {
    observed: o.state,
    observed_at: o.observedAt,
    since: o.since,
    last_known_state: o.lastKnown?.state ?? null,
    last_known_at: o.lastKnown?.observedAt ?? null,
    health: o.health.state,
    health_reasons: JSON.stringify(o.health.reasons),
    message: o.message ?? null,
    tasks_total: o.tasks?.total ?? null,
    tasks_running: o.tasks?.running ?? null,
    records_read: o.records?.read ?? null,
    records_written: o.records?.written ?? null,
  };
}

/** Reads the columns of `deployments`. */
export function deploymentFromRow(row: any): StoredDeployment {
  return {
    ...keyFromRow(row),
    engine: row.engine,
    desired: row.desired,
    desiredBy: row.desired_by ?? undefined,
    observation: observationFromRow(row),
    lastKnownSince: row.last_known_since ?? undefined,
    deployedVersion: row.deployed_version ?? undefined,
    autoVersion: row.auto_version ?? undefined,
    runId: row.run_id ?? undefined,
    submittingSince: row.submitting_since ?? undefined,
    submittedAt: row.submitted_at ?? undefined,
    lastChange: row.last_change_at
      ? {
          at: row.last_change_at,
          by: row.last_change_by,
          verb: row.last_change_verb,
          state: row.last_change_state,
          operationId: row.last_change_operation,
        }
      : undefined,
    snapshotsCheckedAt: row.snapshots_checked_at ?? undefined,
  };
}

function observationFromRow(row: any): Observation {
  return {
    state: row.observed as ObservedState,
    health: {
      state: row.health as Health['state'],
      reasons: JSON.parse(row.health_reasons),
    },
    observedAt: row.observed_at,
    since: row.since,
    lastKnown: row.last_known_state
      ? { state: row.last_known_state, observedAt: row.last_known_at }
      : undefined,
    message: row.message ?? undefined,
    engineJobId: row.engine_job_id ?? undefined,
    tasks:
      row.tasks_total === null
        ? undefined
        : { total: row.tasks_total, running: row.tasks_running },
    records: recordsFromRow(row),
  };
}

/** Reads `records_read` and `records_written`, which drivers return as text. */
export function recordsFromRow(
  row: any,
): { read?: number; written?: number } | undefined {
  const read = row.records_read ?? undefined;
  const written = row.records_written ?? undefined;
  if (read === undefined && written === undefined) return undefined;
  return {
    ...(read === undefined ? {} : { read: Number(read) }),
    ...(written === undefined ? {} : { written: Number(written) }),
  };
}
