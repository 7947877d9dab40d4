import { LoggerService } from '@backstage/backend-plugin-api';
import { LeaseStore } from '../database/LeaseStore';
import { LeasedLoop } from '../LeasedLoop';
import { CatalogSync } from './CatalogSync';

/** Syncs again and again, on one replica at a time. */
export class CatalogSyncLoop extends LeasedLoop {
  constructor(deps: {
    sync: CatalogSync;
    leases: LeaseStore;
    logger: LoggerService;
    owner: string;
    everyMs: number;
  }) {
    const { sync, leases, logger, owner, everyMs } = deps;
    let failing = false;
    super({
      leases,
      lease: 'catalog-sync',
      leaseMs: everyMs * 3 + 60_000,
      owner,
      // A large catalog is read less often: at most a fifth of the time.
      restMs: tookMs => Math.max(everyMs, tookMs * 4),
      async turn(isMine) {
        if (isMine) await sync.sync();
        if (failing) logger.info('The catalog can be read again.');
        failing = false;
      },
      failed(error) {
        const log = failing ? 'debug' : 'warn';
        logger[log](`The catalog was not read, nothing changes: ${error}`);
        failing = true;
      },
    });
  }
}
