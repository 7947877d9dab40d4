import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { JobStore } from '../database/JobStore';

/** Signal channel; messages are `{ entityRef, revision }`, `{ engine }`, or `{ jobs }`: so many jobs changed at once. */
export const SIGNAL_CHANNEL = 'data-jobs';
/** Event topic: something about a job changed; payload `{ entityRef, revision }`. */
export const CHANGED_TOPIC = 'data-jobs.changed';
/** Event topic: a portal-owned job was written or deleted; payload `{ entityRef }`. */
export const ENTITIES_TOPIC = 'data-jobs.entities';

/** More changed jobs than these are one message to browsers. */
const MANY = 20;

/**
 * Tells browsers and back ends that something changed: ids only, the reader
 * asks for the rest. Changes of one job within a moment are one message; of
 * many jobs (an engine came back), browsers get one message for all, and back
 * ends one after the other: a thousand calls at once would choke the portal.
 */
export class ChangePublisher {
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #publishing = false;

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
    this.#waiting.add(entityRef);
    if (!this.#publishing) this.#soon();
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
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#flush();
    }, this.deps.gatherMs ?? 100);
  }

  async #flush(): Promise<void> {
    this.#publishing = true;
    const refs = [...this.#waiting];
    this.#waiting.clear();
    const isMany = refs.length > MANY;
    if (isMany) {
      await this.#attempt(`${refs.length} changes`, () =>
        this.#signal({ jobs: refs.length }),
      );
    }
    for (const ref of refs) {
      await this.#attempt(`The change of ${ref}`, () =>
        this.#publish(ref, !isMany),
      );
    }
    this.#publishing = false;
    if (this.#waiting.size) this.#soon();
  }

  async #publish(entityRef: string, withSignal: boolean): Promise<void> {
    const revision = await this.deps.jobs.bumpRevision(entityRef);
    const message = { entityRef, revision };
    await Promise.all([
      withSignal && this.#signal(message),
      this.deps.events.publish({ topic: CHANGED_TOPIC, eventPayload: message }),
    ]);
  }

  async #signal(message: JsonObject): Promise<void> {
    await this.deps.signals.publish({
      recipients: { type: 'broadcast' },
      channel: SIGNAL_CHANNEL,
      message,
    });
  }

  async #attempt(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.deps.logger.warn(`${what} could not be published: ${error}`);
    }
  }
}
