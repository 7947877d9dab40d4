import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { CatalogSync } from './CatalogSync';

/** Syncs again and again, on one replica at a time. */
export async function startCatalogSync(deps: {
  sync: CatalogSync;
  scheduler: SchedulerService;
  logger: LoggerService;
  intervalMs: number;
}): Promise<void> {
  const { sync, scheduler, logger, intervalMs } = deps;
  let failing = false;
  await scheduler.scheduleTask({
    id: 'data-lineage-catalog-sync',
    frequency: { milliseconds: intervalMs },
    timeout: { minutes: 30 },
    fn: async () => {
      try {
        await sync.sync();
        if (failing) logger.info('The catalog can be read again.');
        failing = false;
      } catch (error) {
        const log = failing ? 'debug' : 'warn';
        logger[log](
          `Lineage of the catalog was not brought up to date: ${error}`,
        );
        failing = true;
      }
    },
  });
}
