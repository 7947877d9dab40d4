import {
  HealthReason,
  HealthReasonCode,
  JobSummary,
  MetricSample,
} from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { CheckpointIntervals } from '../checkpoints/CheckpointIntervals';
import { StoredDeployment } from '../database/DeploymentStore';
import { Stores } from '../database/Stores';
import {
  backpressured,
  CheckpointCounts,
  checkpointFailing,
  checkpointStale,
  countCheckpoints,
  NOTED_REASONS,
} from './runReasons';

/** What slower looks found of one run; a reason of `null`: looked for, and not there. */
type Notes = {
  reasons: Map<HealthReasonCode, HealthReason | null>;
  sample?: MetricSample;
  counts?: CheckpointCounts;
};

/**
 * Remembers what reading snapshots and measuring say of the health of runs, so
 * that no engine is asked for it. A verdict holds until the next such look;
 * before the first one, what the tables say of the run does.
 */
export class RunHealth {
  readonly #notes = new Map<string, Notes>();

  constructor(
    private readonly engine: Pick<JobEngine, 'checkpointInterval' | 'sample'>,
    private readonly deps: {
      stores: Pick<Stores, 'snapshots' | 'runs'>;
      /** Absent: nobody can tell whether a checkpoint is too old. */
      intervals?: Pick<CheckpointIntervals, 'of'>;
      /** Runs are measured now and again. */
      measures: boolean;
    },
  ) {}

  /** What is known to be wrong with the present run. */
  reasonsOf(
    deployment: StoredDeployment & Pick<JobSummary, 'processing'>,
  ): HealthReason[] {
    const { runId, processing } = deployment;
    // A batch job takes no checkpoints, and runs as fast as its slowest task.
    if (!runId || processing === 'batch') return [];
    const notes = this.#notes.get(runId);
    return NOTED_REASONS.flatMap(code => {
      const noted = notes?.reasons.get(code);
      if (noted !== undefined) return noted ?? [];
      return (this.#looksFor(code) && reasonOf(deployment, code)) || [];
    });
  }

  /** Forgets the runs that are over. */
  keepOnly(deployments: Array<Pick<StoredDeployment, 'runId'>>): void {
    const runs = new Set(deployments.map(one => one.runId));
    for (const id of this.#notes.keys()) {
      if (!runs.has(id)) this.#notes.delete(id);
    }
  }

  /** The snapshots of the run were read at `lookedAt` (ms) and written down. */
  async noteSnapshots(
    deployment: StoredDeployment,
    lookedAt: number,
  ): Promise<void> {
    const { stores, intervals } = this.deps;
    const { runId, observation } = deployment;
    if (!runId || observation.state !== 'running') return;
    const intervalMs = await intervals?.of(deployment);
    const [newest, run] = await Promise.all([
      stores.snapshots.newestOfRun(deployment, runId),
      stores.runs.get(runId),
    ]);
    const since = [observation.since, run?.startedAt ?? observation.since];
    this.#of(runId).reasons.set(
      'checkpoint-stale',
      checkpointStale({
        lookedAt,
        newest,
        runningSince: Math.max(...since.map(Date.parse)),
        intervalMs,
      }) ?? null,
    );
  }

  /** The run was measured. */
  noteSample(deployment: StoredDeployment, values: MetricSample = {}): void {
    const { runId } = deployment;
    if (!runId) return;
    const notes = this.#of(runId);
    const wasFailing = Boolean(reasonOf(deployment, 'checkpoint-failing'));
    notes.counts = countCheckpoints(notes.counts, values, wasFailing);
    notes.reasons.set(
      'checkpoint-failing',
      (notes.counts && checkpointFailing(notes.counts)) || null,
    );
    if (notes.sample || !reasonOf(deployment, 'backpressured')) {
      notes.reasons.set(
        'backpressured',
        backpressured(notes.sample, values) ?? null,
      );
    }
    notes.sample = values;
  }

  #looksFor(code: HealthReasonCode): boolean {
    const { intervals, measures } = this.deps;
    return code === 'checkpoint-stale'
      ? Boolean(intervals && this.engine.checkpointInterval)
      : Boolean(measures && this.engine.sample);
  }

  #of(runId: string): Notes {
    const notes = this.#notes.get(runId) ?? { reasons: new Map() };
    this.#notes.set(runId, notes);
    return notes;
  }
}

function reasonOf(
  { observation }: StoredDeployment,
  code: HealthReasonCode,
): HealthReason | undefined {
  return observation.health.reasons.find(reason => reason.code === code);
}
