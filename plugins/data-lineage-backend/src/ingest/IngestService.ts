import {
  BatchAnswer,
  Origin,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { OpenLineageEvent, readEvent } from '@datalark/openlineage';
import { RawEvent } from '../database/EventStore';
import { hashOf } from '../database/hashOf';
import { Deriver } from '../derive/Deriver';
import { runKeyOf } from '../derive/GraphWriter';
import { EventQueue } from './EventQueue';
import { IngestLimits } from './IngestLimits';
import { IngestOptions, LineageIngest } from './LineageIngest';
import { OverloadedError } from './OverloadedError';
import { isStoreDown, StoreDownError } from './StoreDownError';

type Failure = BatchAnswer['failed_events'][number];

/** Reads events, makes them durable, and has them brought into the graph. */
export class IngestService implements LineageIngest {
  constructor(
    private readonly deps: {
      queue: EventQueue;
      deriver: Deriver;
      limits: IngestLimits;
    },
  ) {}

  async ingest(
    events: readonly unknown[],
    options: IngestOptions,
  ): Promise<BatchAnswer> {
    const { queue, limits } = this.deps;
    if (queue.size + events.length > limits.waitingEvents && queue.size > 0) {
      throw new OverloadedError(
        `${queue.size} events wait to be written, and at most ${limits.waitingEvents} may: send these again in a second.`,
      );
    }
    const good: RawEvent[] = [];
    const failed: Failure[] = [];
    events.forEach((value, index) => {
      const { event, problems } = readEvent(value, {
        eventBytes: limits.eventBytes,
      });
      if (event) good.push(rawEvent(value, event, options));
      else {
        failed.push({
          index,
          reason: problems
            .map(
              ({ pointer, message, remedy }) =>
                `${pointer || '/'}: ${message} ${remedy}`,
            )
            .join(' '),
          retriable: false,
        });
      }
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
  value: unknown,
  event: OpenLineageEvent,
  options: IngestOptions,
): RawEvent {
  const origin = ORIGINS.indexOf(
    options.origin ?? (event.run ? 'observed' : ('declared' as Origin)),
  );
  const source = options.source.slice(0, 255);
  const id = hashOf(JSON.stringify([origin, source, value]));
  // What `readEvent` has put right is kept as it is now.
  const body = JSON.stringify(event);
  return {
    id,
    origin,
    source,
    runKey: runKeyOf({ facts: subjectOf(event), id, origin, source }),
    eventTime: Date.parse(event.eventTime),
    receivedAt: Date.now(),
    body,
  };
}

function subjectOf(event: OpenLineageEvent) {
  const { namespace, name } =
    'dataset' in event && event.dataset ? event.dataset : event.job!;
  return {
    subject: {
      type: event.job ? ('job' as const) : ('dataset' as const),
      namespace: namespace.toWellFormed(),
      name: name.toWellFormed(),
    },
    run: event.run && { id: event.run.runId, state: 'OTHER' as const },
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
