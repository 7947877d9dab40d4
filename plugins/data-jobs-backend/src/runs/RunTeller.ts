import { LoggerService } from '@backstage/backend-plugin-api';
import { isLiveState } from '@datalark/backstage-plugin-data-jobs-common';
import {
  ObservedRun,
  RunListener,
} from '@datalark/backstage-plugin-data-jobs-node';
import { keyText } from '../database/DeploymentStore';
import { Stores } from '../database/Stores';
import { LeasedLoop } from '../LeasedLoop';

const LOOK_EVERY_MS = 5_000;
/** A run that goes on is told of so often, that listeners know it is still seen. */
const AGAIN_MS = 15 * 60_000;
const MOST_AT_ONCE = 500;

/** Tells listeners of runs, on one replica at a time; another one that takes over tells all once. */
export class RunTeller {
  readonly #loop: LeasedLoop;
  /** By listener, what it was told of each deployment. */
  readonly #told = new Map<RunListener, Map<string, string>>();
  #isFailing = false;

  constructor(
    private readonly deps: {
      stores: Pick<Stores, 'deployments' | 'leases'>;
      listeners: readonly RunListener[];
      logger: LoggerService;
      owner: string;
    },
  ) {
    const { stores, owner } = deps;
    this.#loop = new LeasedLoop({
      leases: stores.leases,
      lease: 'run-telling',
      leaseMs: LOOK_EVERY_MS + 60_000,
      owner,
      // With many jobs less often: at most a fifth of the time.
      restMs: tookMs => Math.max(LOOK_EVERY_MS, tookMs * 4),
      turn: async isMine => {
        if (isMine) await this.tell();
        else this.#told.clear();
      },
      failed: error => this.#failed(error),
    });
  }

  start(): void {
    if (this.deps.listeners.length > 0) this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** One round. Rejects when a listener does; it hears the same next time. */
  async tell(): Promise<void> {
    const runs = await this.deps.stores.deployments.observedRuns();
    for (const listener of this.deps.listeners) {
      const told = this.#told.get(listener) ?? new Map<string, string>();
      this.#told.set(listener, told);
      const news = runs.filter(run => told.get(keyText(run)) !== newsOf(run));
      for (let i = 0; i < news.length; i += MOST_AT_ONCE) {
        const lot = news.slice(i, i + MOST_AT_ONCE);
        await listener.runsObserved(lot);
        for (const run of lot) told.set(keyText(run), newsOf(run));
      }
    }
    if (this.#isFailing) {
      this.deps.logger.info('Listeners can be told of runs again.');
    }
    this.#isFailing = false;
  }

  #failed(error: unknown): void {
    const log = this.#isFailing ? 'debug' : 'warn';
    this.deps.logger[log](
      `A listener could not be told of runs, and will be told later: ${error}`,
    );
    this.#isFailing = true;
  }
}

/** Changes when there is something to tell. */
function newsOf({ id, state, since, observedAt }: ObservedRun): string {
  const turn = isLiveState(state)
    ? Math.floor(Date.parse(observedAt) / AGAIN_MS)
    : 0;
  return [id, state, since, turn].join(' ');
}
