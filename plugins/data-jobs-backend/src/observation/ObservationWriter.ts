import {
  Observation,
  TERMINAL_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { ChangePublisher } from '../changes/ChangePublisher';
import {
  keyText,
  latestTime,
  StoredDeployment,
} from '../database/DeploymentStore';
import { Stores } from '../database/Stores';
import { Redactor } from '../secrets/Redactor';
import { deriveObservation, JobLook, LookContext } from './deriveObservation';

/** Numbers that change all the time are written no oftener than this. */
const RECORDS_EVERY_MS = 10_000;

/** Writes what a look at a job showed, and tells of changes. */
export class ObservationWriter {
  readonly #recordsWritten = new Map<string, number>();

  constructor(
    private readonly deps: {
      stores: Pick<Stores, 'deployments' | 'runs'>;
      changes: Pick<ChangePublisher, 'jobChanged'>;
      redactor: Redactor;
    },
  ) {}

  /** True when something that readers should be told of changed. */
  async write(
    before: StoredDeployment,
    look: JobLook,
    context: LookContext,
    transaction?: Knex,
  ): Promise<boolean> {
    const { stores, redactor } = this.deps;
    const old = before.observation;
    // An older answer that arrives late does not undo a newer one.
    const isLate = look.observedAt < old.observedAt;
    if (isLate && old.observedAt <= latestTime()) return false;
    const derived = deriveObservation(before, look, context);
    const observation = redactor.value(derived.observation);
    const changed = notable(observation) !== notable(old);
    if (!changed && !this.#recordsDue(before, observation)) return false;

    await stores.deployments.observe(
      before,
      { observation, lastKnownSince: derived.lastKnownSince },
      transaction,
    );
    if (before.runId && observation.state !== 'unknown') {
      const over = TERMINAL_STATES.includes(observation.state);
      const endedAt = look.reachable ? look.job?.endedAt : undefined;
      await stores.runs.update(
        before.runId,
        {
          state: observation.state,
          records: observation.records,
          message: observation.message,
          endedAt: over ? endedAt ?? endOf(old, observation) : undefined,
        },
        transaction,
      );
    }
    if (changed) this.deps.changes.jobChanged(before.entityRef);
    return changed;
  }

  #recordsDue(before: StoredDeployment, observation: Observation): boolean {
    const key = keyText(before);
    const same =
      JSON.stringify(observation.records) ===
      JSON.stringify(before.observation.records);
    const now = Date.now();
    if (same || now - (this.#recordsWritten.get(key) ?? 0) < RECORDS_EVERY_MS) {
      return false;
    }
    this.#recordsWritten.set(key, now);
    return true;
  }
}

function endOf(old: Observation, now: Observation): string {
  return old.state === now.state ? old.since : now.since;
}

// Everything but the numbers and times that change with every look.
function notable({ records, observedAt, ...rest }: Observation): string {
  return JSON.stringify([
    rest.state,
    rest.since,
    rest.health,
    rest.lastKnown?.state,
    rest.message,
    rest.engineJobId,
    rest.tasks,
  ]);
}
