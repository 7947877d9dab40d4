import { LoggerService } from '@backstage/backend-plugin-api';
import { Stores } from '../database/Stores';
import { sleep } from '../sleep';
import { AlertWatch } from './AlertWatch';
import { NoticeSender } from './NoticeSender';

const LEASE = 'notifications';
const KEPT_MS = 30 * 86_400_000;
const FORGET_EVERY_MS = 3_600_000;

/** Looks for causes and sends notifications, on one replica at a time. */
export class NotificationLoop {
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(
    private readonly deps: {
      watch: AlertWatch;
      sender: NoticeSender;
      stores: Pick<Stores, 'leases' | 'notices'>;
      logger: LoggerService;
      owner: string;
      everyMs: number;
      /** Default: the clock. */
      now?: () => number;
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
    const { stores, logger, owner, everyMs } = this.deps;
    const now = this.deps.now ?? Date.now;
    let forgotAt = 0;
    while (!this.#stop.signal.aborted) {
      try {
        if (await stores.leases.acquire(LEASE, owner, everyMs * 3 + 30_000)) {
          await this.#pass(now());
          if (now() - forgotAt > FORGET_EVERY_MS) {
            forgotAt = now();
            await stores.notices.forget(
              new Date(forgotAt - KEPT_MS).toISOString(),
            );
          }
        }
      } catch (error) {
        logger.warn(`Notifications were not looked after: ${error}`);
      }
      await sleep(everyMs, this.#stop.signal);
    }
    await stores.leases.release(LEASE, owner).catch(() => undefined);
  }

  async #pass(now: number): Promise<void> {
    const { watch, sender } = this.deps;
    await watch.look(now);
    await sender.release(new Date(now).toISOString());
    await sender.send(now);
  }
}
