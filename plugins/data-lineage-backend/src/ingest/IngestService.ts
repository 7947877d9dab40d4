import {
  BatchAnswer,
  Origin,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { RawEvent } from '../database/EventStore';
import { hashOf } from '../database/hashOf';
import { Deriver } from '../derive/Deriver';
import { runKeyOf } from '../derive/GraphWriter';
import { EventFacts } from './EventFacts';
import { EventQueue } from './EventQueue';
import { EventReader, ReadEvent } from './EventReader';
import { FreshFacts } from './FreshFacts';
import { IngestLimits } from './IngestLimits';
import { IngestOptions, LineageIngest } from './LineageIngest';
import { OverloadedError } from './OverloadedError';
import { isStoreDown, StoreDownError } from './StoreDownError';

type Failure = BatchAnswer['failed_events'][number];

const reasonOf = ({ problems }: Extract<ReadEvent, { problems: unknown }>) =>
  problems
    .map(
      ({ pointer, message, remedy }) =>
        `${pointer || '/'}: ${message} ${remedy}`,
    )
    .join(' ');

/** Reads events, makes them durable, and has them brought into the graph. */
export class IngestService implements LineageIngest {
  readonly #reader: EventReader;

  constructor(
    private readonly deps: {
      queue: EventQueue;
      deriver: Deriver;
      limits: IngestLimits;
      fresh: FreshFacts;
    },
  ) {
    this.#reader = new EventReader(deps.limits);
  }

  async ingest(
    events: readonly unknown[],
    options: IngestOptions,
  ): Promise<BatchAnswer> {
    const { queue, limits, fresh } = this.deps;
    if (queue.size + events.length > limits.waitingEvents && queue.size > 0) {
      throw new OverloadedError(
        `${queue.size} events wait to be written, and at most ${limits.waitingEvents} may: send these again in a second.`,
      );
    }
    const good: RawEvent[] = [];
    const failed: Failure[] = [];
    events.forEach((value, index) => {
      const read = this.#reader.read(value);
      if ('problems' in read) {
        failed.push({ index, reason: reasonOf(read), retriable: false });
        return;
      }
      const raw = rawEvent(read, options);
      good.push(raw);
      fresh.put(raw.id, read.facts);
    });
    if (good.length > 0) {
      try {
        await queue.write(good);
      } catch (error) {
        throw isStoreDown(error) ? new StoreDownError() : error;
      }
    }
    return answerOf(events.length, failed);
  }

  async caughtUp(timeoutMs: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>(resolve => {
      timer = setTimeout(resolve, timeoutMs, false);
    });
    const done = this.deps.deriver.caughtUp().then(() => true);
    return Promise.race([done, late]).finally(() => clearTimeout(timer));
  }
}

function rawEvent(
  read: Extract<ReadEvent, { facts: EventFacts }>,
  options: IngestOptions,
): RawEvent {
  const { event, facts, hash } = read;
  const usual: Origin = facts.run ? 'observed' : 'declared';
  const origin = ORIGINS.indexOf(options.origin ?? usual);
  const source = options.source.slice(0, 255);
  const id = hashOf(JSON.stringify([origin, source, hash]));
  return {
    id,
    origin,
    source,
    runKey: runKeyOf({ facts, id, origin, source }),
    eventTime: facts.eventTime,
    receivedAt: Date.now(),
    sentBy: options.sentBy?.slice(0, 255),
    // What `readEvent` has put right is kept as it is now.
    body: JSON.stringify(event),
  };
}

function answerOf(received: number, failed: Failure[]): BatchAnswer {
  const successful = received - failed.length;
  const partly = successful > 0 ? 'partial_success' : 'failure';
  return {
    status: failed.length === 0 ? 'success' : partly,
    summary: {
      received,
      successful,
      failed: failed.length,
      retriable: 0,
      non_retriable: failed.length,
    },
    failed_events: failed,
  };
}
