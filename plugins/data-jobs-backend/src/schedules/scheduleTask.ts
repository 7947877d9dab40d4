import { SchedulerService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { ScheduleRunner } from './ScheduleRunner';

/** Has Backstage's scheduler look for due schedules: one task, one replica at a time. */
export async function scheduleTask(
  scheduler: SchedulerService,
  runner: Pick<ScheduleRunner, 'tick'>,
  config: Config,
): Promise<void> {
  const key = 'dataJobs.schedules.interval';
  await scheduler.scheduleTask({
    id: 'data-jobs-schedules',
    scope: 'global',
    frequency: config.has(key)
      ? readDurationFromConfig(config, { key })
      : { seconds: 10 },
    timeout: { minutes: 2 },
    fn: () => runner.tick(),
  });
}
