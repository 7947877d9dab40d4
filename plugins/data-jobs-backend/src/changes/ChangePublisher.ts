import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { JobStore } from '../database/JobStore';

/** Signal channel; messages are `{ entityRef, revision }` or `{ engine }`. */
export const SIGNAL_CHANNEL = 'data-jobs';
/** Event topic: something about a job changed; payload `{ entityRef, revision }`. */
export const CHANGED_TOPIC = 'data-jobs.changed';
/** Event topic: a portal-owned job was written or deleted; payload `{ entityRef }`. */
export const ENTITIES_TOPIC = 'data-jobs.entities';

/**
 * Tells browsers and back ends that something changed: ids only, the reader
 * asks for the rest. Changes of one job within a moment are one message.
 */
export class ChangePublisher {
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly deps: {
      jobs: Pick<JobStore, 'bumpRevision'>;
      signals: SignalsService;
      events: EventsService;
      logger: LoggerService;
      /** Default 100. */
      gatherMs?: number;
    },
  ) {}

  jobChanged(entityRef: string): void {
    if (this.#waiting.has(entityRef)) return;
    this.#waiting.set(
      entityRef,
      setTimeout(() => {
        this.#waiting.delete(entityRef);
        this.#publish(entityRef).catch(error =>
          this.deps.logger.warn(
            `The change of ${entityRef} was not published: ${error}`,
          ),
        );
      }, this.deps.gatherMs ?? 100),
    );
  }

  /** An engine came into reach or went out of it; message `{ engine }`. */
  engineChanged(engine: string): void {
    this.deps.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: SIGNAL_CHANNEL,
        message: { engine },
      })
      .catch(error =>
        this.deps.logger.warn(
          `The change of ${engine} was not published: ${error}`,
        ),
      );
  }

  entityChanged(entityRef: string): void {
    this.deps.events
      .publish({ topic: ENTITIES_TOPIC, eventPayload: { entityRef } })
      .catch(error =>
        this.deps.logger.warn(
          `The catalog was not told of ${entityRef}; it reads it with its next full refresh: ${error}`,
        ),
      );
  }

  /** Drops what was not published yet. */
  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  async #publish(entityRef: string): Promise<void> {
    const revision = await this.deps.jobs.bumpRevision(entityRef);
    const message = { entityRef, revision };
    await Promise.all([
      this.deps.signals.publish({
        recipients: { type: 'broadcast' },
        channel: SIGNAL_CHANNEL,
        message,
      }),
      this.deps.events.publish({ topic: CHANGED_TOPIC, eventPayload: message }),
    ]);
  }
}
