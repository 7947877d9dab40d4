import { LeaseStore } from './database/LeaseStore';
import { sleep } from './sleep';

/** Something that is done again and again, on one replica at a time. */
export class LeasedLoop {
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(
    private readonly options: {
      leases: LeaseStore;
      /** Name of the lease that replicas share. */
      lease: string;
      /** A replica that is gone holds the lease no longer than this. */
      leaseMs: number;
      /** Id of this replica. */
      owner: string;
      /** How long it rests after a turn that took `tookMs`. */
      restMs(tookMs: number): number;
      /** One turn; without the lease it is another replica's. */
      turn(isMine: boolean, signal: AbortSignal): Promise<void>;
      /** A turn that failed; the next one comes all the same. */
      failed(error: unknown): void;
    },
  ) {}

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Ends the turn that is under way, and lets another replica go on. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { leases, lease, leaseMs, owner } = this.options;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const began = Date.now();
      try {
        const isMine = await leases.acquire(lease, owner, leaseMs);
        await this.options.turn(isMine, signal);
      } catch (error) {
        this.options.failed(error);
      }
      await sleep(this.options.restMs(Date.now() - began), signal);
    }
    await leases.release(lease, owner).catch(() => undefined);
  }
}
