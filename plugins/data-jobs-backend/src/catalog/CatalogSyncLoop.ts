import { LoggerService } from '@backstage/backend-plugin-api';
import { LeaseStore } from '../database/LeaseStore';
import { sleep } from '../sleep';
import { CatalogSync } from './CatalogSync';

const LEASE = 'catalog-sync';

/** Syncs again and again, on one replica at a time. */
export class CatalogSyncLoop {
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(
    private readonly deps: {
      sync: CatalogSync;
      leases: LeaseStore;
      logger: LoggerService;
      owner: string;
      everyMs: number;
    },
  ) {}

  start(): void {
    this.#loop ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { sync, leases, logger, owner, everyMs } = this.deps;
    let failing = false;
    while (!this.#stop.signal.aborted) {
      const began = Date.now();
      try {
        if (await leases.acquire(LEASE, owner, everyMs * 3 + 60_000)) {
          await sync.sync();
        }
        if (failing) logger.info('The catalog can be read again.');
        failing = false;
      } catch (error) {
        const log = failing ? 'debug' : 'warn';
        logger[log](`The catalog was not read, nothing changes: ${error}`);
        failing = true;
      }
      // A large catalog is read less often: at most a fifth of the time.
      const tookMs = Date.now() - began;
      await sleep(Math.max(everyMs, tookMs * 4), this.#stop.signal);
    }
    await leases.release(LEASE, owner).catch(() => undefined);
  }
}
