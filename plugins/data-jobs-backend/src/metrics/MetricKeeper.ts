import { LoggerService } from '@backstage/backend-plugin-api';
import { Stores } from '../database/Stores';
import { LeasedLoop } from '../LeasedLoop';
import { averageSamples } from './averageSamples';
import { AVERAGED_MS, MetricSettings } from './MetricSettings';

/** Makes averages of what was measured, and forgets what is too old; on one replica at a time. */
export class MetricKeeper {
  readonly #loop: LeasedLoop;

  constructor(
    private readonly deps: {
      stores: Pick<Stores, 'metrics' | 'leases'>;
      settings: MetricSettings;
      logger: LoggerService;
      owner: string;
    },
  ) {
    const { stores, owner, logger } = deps;
    this.#loop = new LeasedLoop({
      leases: stores.leases,
      lease: 'metrics-keeping',
      leaseMs: AVERAGED_MS * 2,
      owner,
      restMs: () => AVERAGED_MS,
      turn: async (isMine, signal) => {
        if (isMine) await this.keep(Date.now(), signal);
      },
      failed: error =>
        logger.warn(`Old metrics of jobs were not put together: ${error}`),
    });
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** Averages every bucket that is over at `now`, then forgets. */
  async keep(now: number, signal?: AbortSignal): Promise<void> {
    const { settings, stores } = this.deps;
    const { metrics } = stores;
    const to = Math.floor(now / AVERAGED_MS) * AVERAGED_MS;
    const oldest =
      Math.floor((now - settings.rawMs) / AVERAGED_MS) * AVERAGED_MS;
    // One bucket again: a sample may have been under way at its end.
    const done = await metrics.averagedUntil(AVERAGED_MS);
    const from = Math.max(oldest, (done ?? 0) - AVERAGED_MS);
    for (const key of await metrics.measuredBetween(from, to)) {
      if (signal?.aborted) return;
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
