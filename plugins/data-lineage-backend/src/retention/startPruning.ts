import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Pruner } from './Pruner';

const KEEP = 'dataLineage.retention.events';
const KEEP_MS = 90 * 24 * 3_600_000;

/** Forgets old events once a day, on one replica. */
export async function startPruning(deps: {
  pruner: Pruner;
  scheduler: SchedulerService;
  logger: LoggerService;
  config: Config;
}): Promise<void> {
  const { pruner, scheduler, logger, config } = deps;
  const keepMs = config.has(KEEP)
    ? durationToMilliseconds(readDurationFromConfig(config, { key: KEEP }))
    : KEEP_MS;
  await scheduler.scheduleTask({
    id: 'data-lineage-retention',
    frequency: { days: 1 },
    timeout: { hours: 6 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const events = await pruner.prune(Date.now() - keepMs);
      if (events > 0) logger.info(`${events} old lineage events are gone.`);
    },
  });
}
