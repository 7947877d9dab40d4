import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ClaimedOperation } from '../database/OperationStore';
import { sleep } from '../sleep';
import { OperationFailed, OperationInterrupted } from './operationErrors';
import { OperationDeps, OperationRun } from './OperationRun';
import { verbs } from './verbs/verbs';

/**
 * Takes operations that are pending, or that a replica which is gone left
 * behind, and works on them until they end. One per replica.
 */
export class OperationWorker {
  readonly #owner = randomUUID();
  readonly #stop = new AbortController();
  /** By the id of the operation. */
  readonly #working = new Map<
    string,
    { work: Promise<void>; engine?: string }
  >();
  #wake: AbortController = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(
    private readonly deps: OperationDeps & { logger: LoggerService },
  ) {}

  start(): void {
    this.#loop ??= this.#run();
  }

  /** There may be something to do. */
  nudge(): void {
    this.#wake.abort();
  }

  /** Lets go of everything; another replica goes on with it. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#loop;
    await Promise.all([...this.#working.values()].map(one => one.work));
  }

  async #run(): Promise<void> {
    const { settings, stores, logger } = this.deps;
    while (!this.#stop.signal.aborted) {
      this.#wake = new AbortController();
      try {
        while (this.#working.size < settings.concurrency) {
          const claimed = await stores.operations.claim(
            this.#owner,
            settings.leaseMs,
            {
              // After a long stall a lease of our own may have run out.
              ids: [...this.#working.keys()],
              engines: this.#busyEngines(),
            },
          );
          if (!claimed) break;
          const { id } = claimed.operation;
          const work = this.#work(claimed).finally(() => {
            this.#working.delete(id);
            this.nudge();
          });
          this.#working.set(id, { work, engine: claimed.engine });
          if (this.#stop.signal.aborted) break;
        }
      } catch (error) {
        logger.warn(`Operations could not be claimed: ${error}`);
      }
      await sleep(
        settings.idleMs,
        AbortSignal.any([this.#stop.signal, this.#wake.signal]),
      );
    }
  }

  // A slow engine must not take all places, nor get all calls at once.
  #busyEngines(): string[] {
    const count = new Map<string, number>();
    for (const { engine } of this.#working.values()) {
      if (engine) count.set(engine, (count.get(engine) ?? 0) + 1);
    }
    return [...count].flatMap(([engine, n]) =>
      n >= this.deps.settings.concurrencyPerEngine ? [engine] : [],
    );
  }

  async #work(claimed: ClaimedOperation): Promise<void> {
    const { stores, settings, logger, changes, redactor } = this.deps;
    const { operation } = claimed;
    const lost = new AbortController();
    const renewal = setInterval(() => {
      stores.operations
        .renew(operation.id, this.#owner, settings.leaseMs)
        .then(mine => mine || lost.abort())
        .catch(error => logger.warn(`A lease was not renewed: ${error}`));
    }, settings.leaseMs / 3);
    const signal = AbortSignal.any([this.#stop.signal, lost.signal]);
    const run = new OperationRun(this.deps, claimed, this.#owner, signal);
    try {
      await verbs[operation.verb](run);
      await this.#end(run, 'succeeded');
    } catch (error) {
      if (error instanceof OperationInterrupted || signal.aborted) {
        logger.info(`Operation ${operation.id} was let go: ${error}`);
        await stores.operations
          .release(operation.id, this.#owner)
          .catch(() => undefined);
        return;
      }
      const message = redactor.message(error);
      await this.#end(run, 'failed', {
        message,
        ...(error instanceof OperationFailed &&
          error.problems && { problems: error.problems }),
      }).catch(problem =>
        logger.warn(`The end of ${operation.id} was not recorded: ${problem}`),
      );
    } finally {
      clearInterval(renewal);
      changes.jobChanged(operation.entityRef);
    }
  }

  async #end(
    run: OperationRun,
    state: 'succeeded' | 'failed',
    error?: { message: string; problems?: any },
  ): Promise<void> {
    const { operation } = run;
    operation.state = state;
    operation.endedAt = new Date().toISOString();
    operation.error = error;
    const mine = await run.db(stores =>
      stores.operations.finish(operation, this.#owner),
    );
    if (!mine) throw new OperationInterrupted('Another replica took over.');
    this.deps.logger.info(
      `${operation.verb} of ${operation.entityRef} in ${
        operation.environment
      } ${state}${error ? `: ${error.message}` : ''}`,
      { operation: operation.id },
    );
  }
}
