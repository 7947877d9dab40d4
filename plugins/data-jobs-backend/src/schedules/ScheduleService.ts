import { NotFoundError } from '@backstage/errors';
import {
  SchedulePreview,
  ScheduleStatus,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Stores } from '../database/Stores';
import { Caller } from '../service/Caller';
import { deploymentOf } from '../service/deploymentOf';
import { JobsService } from '../service/JobsService';
import { nextTimes, scheduleOf, scheduleProblem } from './cronTimes';
import { scheduleHold } from './scheduleHold';

const FIRINGS = 60;

/** Tells when scheduled jobs run next, and what became of earlier times. */
export class ScheduleService {
  constructor(
    private readonly deps: {
      stores: Stores;
      jobs: Pick<JobsService, 'readable'>;
      autoDeploy: boolean;
    },
  ) {}

  /** A `NotFoundError` when the job has no schedule. */
  async status(
    caller: Caller,
    ref: { entityRef: string; environment?: string; count?: number },
    now = new Date(),
  ): Promise<ScheduleStatus> {
    const { stores, jobs, autoDeploy } = this.deps;
    const job = await jobs.readable(caller, ref.entityRef);
    const deployment = await deploymentOf(stores.deployments, ref);
    const schedule = scheduleOf(job.spec);
    if (!schedule) {
      throw new NotFoundError(
        `${job.entityRef} has no schedule: write spec.schedule.cron, for batch jobs.`,
      );
    }
    return {
      entityRef: job.entityRef,
      environment: deployment.environment,
      ...schedule,
      hold: scheduleHold(job, deployment, autoDeploy),
      ...this.preview(schedule, ref.count, now),
      firings: await stores.schedules.firings(deployment, FIRINGS),
    };
  }

  /** The next times of an expression; what is wrong with it is told, not thrown. */
  preview(
    schedule: { cron: string; timezone?: string },
    count = 5,
    now = new Date(),
  ): SchedulePreview {
    const { cron, timezone = 'UTC' } = schedule;
    const problem = scheduleProblem({ cron, timezone });
    return {
      timezone,
      ...(problem && { problem }),
      next: problem
        ? []
        : nextTimes({ cron, timezone }, now, count).map(one =>
            one.toISOString(),
          ),
    };
  }
}
