import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  isLiveState,
  ScheduleFiring,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePublisher } from '../changes/ChangePublisher';
import {
  DeploymentKey,
  keyText,
  StoredDeployment,
} from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { FiringTakenError, StoredSchedule } from '../database/ScheduleStore';
import { Stores } from '../database/Stores';
import { environmentsOf } from '../definition/effectiveSpec';
import { OperationsService } from '../service/OperationsService';
import { nextTimes, Schedule, scheduleOf, scheduleProblem } from './cronTimes';
import { Due, dueTimes } from './dueTimes';
import { holdReason, scheduleHold } from './scheduleHold';

const SCHEDULE = 'schedule';
const KEEP_MS = 180 * 86_400_000;

/** A firing that is not written down yet, and how to write it. */
type Undecided = {
  scheduledAt: string;
  write: 'record' | 'settle';
};

/**
 * Starts scheduled jobs. A round may run anywhere and twice: a time of a
 * schedule is decided in one transaction with the operation it starts, under a
 * key of job, environment and time.
 */
export class ScheduleRunner {
  constructor(
    private readonly deps: {
      stores: Stores;
      operations: Pick<OperationsService, 'create'>;
      changes: Pick<ChangePublisher, 'jobChanged'>;
      logger: LoggerService;
      /** `dataJobs.autoDeploy`. */
      autoDeploy: boolean;
    },
  ) {}

  /** One round. */
  async tick(now = new Date()): Promise<void> {
    const { stores, logger } = this.deps;
    await this.#planAll(now);
    for (const { firing, ...key } of await stores.schedules.queued()) {
      await this.#startQueued(key, firing, now).catch(error =>
        logger.warn(`A queued run of ${key.entityRef} did not start: ${error}`),
      );
    }
    for (const due of await stores.schedules.due(now.toISOString())) {
      await this.#fire(due, now).catch(error =>
        logger.warn(`The schedule of ${due.entityRef} did not run: ${error}`),
      );
    }
    await stores.schedules.prune(
      new Date(now.getTime() - KEEP_MS).toISOString(),
    );
  }

  // A schedule that is new or changed begins now: nothing is made up for.
  async #planAll(now: Date): Promise<void> {
    const { stores, logger } = this.deps;
    for (const one of await stores.schedules.unplanned()) {
      const { entityRef, jobUpdatedAt } = one;
      const job = await stores.jobs.get(entityRef);
      const schedule = job && scheduleOf(job.spec);
      if (!schedule) {
        await stores.schedules.forget(entityRef);
        continue;
      }
      const key = `${schedule.cron} ${schedule.timezone}`;
      const before = await stores.schedules.get(entityRef);
      const problem = scheduleProblem(schedule);
      if (problem) logger.warn(`${entityRef} is not scheduled: ${problem}`);
      const nextAt = problem
        ? undefined
        : nextTimes(schedule, now, 1)[0].toISOString();
      await stores.schedules.plan(
        before?.key === key ? before : { entityRef, key, nextAt },
        jobUpdatedAt,
      );
    }
  }

  async #fire(stored: StoredSchedule, now: Date): Promise<void> {
    const { stores } = this.deps;
    const job = await stores.jobs.get(stored.entityRef);
    const schedule = job && scheduleOf(job.spec);
    if (!job || !schedule) {
      await stores.schedules.forget(stored.entityRef);
      return;
    }
    const due = dueTimes(schedule, new Date(stored.nextAt!), now);
    if (!due) return;
    for (const environment of environmentsOf(job.spec)) {
      const deployment = await stores.deployments.get({
        entityRef: job.entityRef,
        environment,
      });
      if (deployment) await this.#decide(job, deployment, schedule, due, now);
    }
    await stores.schedules.advance(stored, due.next);
  }

  async #decide(
    job: StoredJob,
    deployment: StoredDeployment,
    schedule: Schedule,
    due: Due,
    now: Date,
  ): Promise<void> {
    const decidedAt = now.toISOString();
    const missed = due.isLate && !schedule.catchUp;
    if (due.earlier && !missed) {
      await this.#write(deployment, 'record', {
        scheduledAt: due.earlier.last,
        outcome: 'missed',
        decidedAt,
        missed: due.earlier.count,
      });
    }
    const { latest: scheduledAt } = due;
    if (missed) {
      await this.#write(deployment, 'record', {
        scheduledAt,
        outcome: 'missed',
        decidedAt,
        missed: (due.earlier?.count ?? 0) + 1,
      });
      return;
    }
    const undecided = { scheduledAt, write: 'record' } as const;
    const skip = (reason: string) =>
      this.#write(deployment, 'record', {
        scheduledAt,
        outcome: 'skipped',
        decidedAt,
        reason,
      });
    const hold = scheduleHold(job, deployment, this.deps.autoDeploy);
    if (hold) {
      await skip(holdReason(hold, deployment));
      return;
    }
    const busy = await this.#busy(deployment);
    const { concurrencyPolicy } = schedule;
    const replaces = concurrencyPolicy === 'Replace' && !busy?.operation;
    if (!busy || replaces) {
      await this.#start(job, deployment, undecided, schedule, now);
    } else if (concurrencyPolicy === 'Forbid') {
      await skip(`${busy.reason} (concurrencyPolicy Forbid)`);
    } else if (await this.#isQueued(deployment)) {
      await skip(`${busy.reason} Another run is queued already.`);
    } else {
      await this.#write(deployment, 'record', {
        scheduledAt,
        outcome: 'queued',
        decidedAt,
        reason: busy.reason,
      });
    }
  }

  async #startQueued(
    key: DeploymentKey,
    firing: ScheduleFiring,
    now: Date,
  ): Promise<void> {
    const { stores } = this.deps;
    const job = await stores.jobs.get(key.entityRef);
    const deployment = await stores.deployments.get(key);
    const schedule = job && scheduleOf(job.spec);
    const drop = (reason: string) =>
      this.#write(key, 'settle', {
        scheduledAt: firing.scheduledAt,
        outcome: 'skipped',
        decidedAt: now.toISOString(),
        reason,
      });
    if (!job || !deployment || !schedule) {
      await drop('The job has no schedule here any more.');
      return;
    }
    const hold = scheduleHold(job, deployment, this.deps.autoDeploy);
    if (hold) {
      await drop(holdReason(hold, deployment));
      return;
    }
    const busy = await this.#busy(deployment);
    if (busy && (schedule.concurrencyPolicy !== 'Replace' || busy.operation)) {
      return;
    }
    const undecided = {
      scheduledAt: firing.scheduledAt,
      write: 'settle',
    } as const;
    await this.#start(job, deployment, undecided, schedule, now);
  }

  // What Git says without autoDeploy, a person has to have deployed.
  async #start(
    job: StoredJob,
    deployment: StoredDeployment,
    { scheduledAt, write }: Undecided,
    schedule: Schedule,
    now: Date,
  ): Promise<void> {
    const { operations, stores, autoDeploy } = this.deps;
    const { entityRef, environment, deployedVersion } = deployment;
    const version =
      job.origin === 'git' && !autoDeploy ? deployedVersion : undefined;
    const decidedAt = now.toISOString();
    try {
      await operations.create(
        job,
        {
          entityRef,
          environment,
          verb: 'deploy',
          ...(version && { params: { version } }),
          reason: `Scheduled for ${scheduledAt} (${schedule.cron}, ${schedule.timezone})`,
        },
        SCHEDULE,
        'schedule',
        {
          alongside: (transaction, operation) =>
            stores.schedules[write](
              deployment,
              {
                scheduledAt,
                outcome: 'started',
                decidedAt,
                operationId: operation.id,
              },
              transaction,
            ),
        },
      );
    } catch (error) {
      if (error instanceof FiringTakenError) return;
      // Somebody's operation came in between: a later round decides again.
      const found = await stores.operations.active(deployment);
      if (found && write === 'settle') return;
      await this.#write(deployment, write, {
        scheduledAt,
        outcome: 'skipped',
        decidedAt,
        reason: toError(error).message,
      });
    }
  }

  async #busy(
    deployment: StoredDeployment,
  ): Promise<{ reason: string; operation?: boolean } | undefined> {
    const active = await this.deps.stores.operations.active(deployment);
    if (active) {
      return {
        operation: true,
        reason: `The operation ${active.verb} is still under way.`,
      };
    }
    const { state } = deployment.observation;
    if (state === 'unknown') {
      return {
        reason:
          'Nobody knows whether the run before has ended: the engine does not answer.',
      };
    }
    return isLiveState(state)
      ? { reason: 'The run before still goes on.' }
      : undefined;
  }

  async #isQueued(deployment: StoredDeployment): Promise<boolean> {
    const queued = await this.deps.stores.schedules.queued();
    return queued.some(one => keyText(one) === keyText(deployment));
  }

  async #write(
    key: DeploymentKey,
    write: Undecided['write'],
    firing: ScheduleFiring,
  ): Promise<void> {
    try {
      await this.deps.stores.schedules[write](key, firing);
      this.deps.changes.jobChanged(key.entityRef);
    } catch (error) {
      if (!(error instanceof FiringTakenError)) throw error;
    }
  }
}
