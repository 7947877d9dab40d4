import { LoggerService } from '@backstage/backend-plugin-api';
import { Stores } from '../database/Stores';
import { sleep } from '../sleep';
import { averageSamples } from './averageSamples';
import { AVERAGED_MS, MetricSettings } from './MetricSettings';

const LEASE = 'metrics-keeping';

/** Makes averages of what was measured, and forgets what is too old; on one replica at a time. */
export class MetricKeeper {
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(
    private readonly deps: {
      stores: Pick<Stores, 'metrics' | 'leases'>;
      settings: MetricSettings;
      logger: LoggerService;
      owner: string;
      everyMs?: number;
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
    const { stores, owner, logger, everyMs = AVERAGED_MS } = this.deps;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        if (await stores.leases.acquire(LEASE, owner, everyMs * 2)) {
          await this.keep(Date.now());
        }
      } catch (error) {
        logger.warn(`Old metrics of jobs were not put together: ${error}`);
      }
      await sleep(everyMs, signal);
    }
    await stores.leases.release(LEASE, owner).catch(() => undefined);
  }

  /** Averages every bucket that is over at `now`, then forgets. */
  async keep(now: number): Promise<void> {
    const { settings, stores } = this.deps;
    const { metrics } = stores;
    const to = Math.floor(now / AVERAGED_MS) * AVERAGED_MS;
    const oldest =
      Math.floor((now - settings.rawMs) / AVERAGED_MS) * AVERAGED_MS;
    // One bucket again: a sample may have been under way at its end.
    const done = await metrics.averagedUntil(AVERAGED_MS);
    const from = Math.max(oldest, (done ?? 0) - AVERAGED_MS);
    for (const key of await metrics.measuredBetween(from, to)) {
      if (this.#stop.signal.aborted) return;
      const samples = await metrics.read(key, { from, to });
      await metrics.write(
        key,
        AVERAGED_MS,
        averageSamples(samples, AVERAGED_MS),
      );
    }
    await metrics.forget(0, oldest);
    await metrics.forget(AVERAGED_MS, now - settings.averagesMs);
  }
}
