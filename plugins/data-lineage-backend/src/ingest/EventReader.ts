import {
  EventReading,
  OpenLineageEvent,
  readEvent,
} from '@datalark/openlineage';
import { hashOf } from '../database/hashOf';
import { EventFacts, RunState } from './EventFacts';
import { factsOf } from './factsOf';

/** An event that can be taken, or what is wrong with it. */
export type ReadEvent =
  | { event: OpenLineageEvent; facts: EventFacts; hash: string }
  | { problems: NonNullable<EventReading['problems']> };

/** What an event says besides its time and its run. */
type Content = Omit<EventFacts, 'eventTime' | 'run'>;

const REMEMBERED = 5_000;
/** Larger contents are not worth the memory, and are rare. */
const LARGEST = 50_000;

/**
 * Reads events. Runs of a job say the same again and again: what has been read
 * without a complaint before is known by its hash, and only what is around it is
 * read, which takes a tenth of the time.
 */
export class EventReader {
  readonly #known = new Map<string, Content>();

  constructor(private readonly limits: { eventBytes: number }) {}

  read(value: unknown): ReadEvent {
    const { content, rest } = parts(value);
    const text = JSON.stringify(content);
    const contentHash = hashOf(text);
    const hash = () => hashOf(`${JSON.stringify(rest)}\n${contentHash}`);
    const known = this.#known.get(contentHash);
    if (known) {
      const { job, dataset } = content as any;
      const bare = readEvent({
        ...(rest as object),
        ...(job && { job: { namespace: job.namespace, name: job.name } }),
        ...(dataset && {
          dataset: { namespace: dataset.namespace, name: dataset.name },
        }),
      });
      if (!bare.event) return { problems: bare.problems };
      const { lineage: _lineage, ...said } = content as any;
      const event = { ...bare.event, ...said } as OpenLineageEvent;
      return { event, facts: { ...known, ...aroundOf(event) }, hash: hash() };
    }
    const { event, problems, warnings } = readEvent(value, this.limits);
    if (!event) return { problems };
    const facts = factsOf(event);
    if (warnings.length === 0 && text.length <= LARGEST) {
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      const { eventTime: _time, run: _run, ...same } = facts;
      this.#known.set(contentHash, same);
    }
    return { event, facts, hash: hash() };
  }
}

function parts(value: unknown): { content: unknown; rest: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { content: null, rest: value };
  }
  const { job, inputs, outputs, dataset, ...rest } = value as any;
  // Facets of the run may hold lineage too, in an early draft.
  const lineage = rest.run?.facets?.lineage;
  return {
    content: { job, inputs, outputs, dataset, ...(lineage && { lineage }) },
    rest,
  };
}

function aroundOf(
  event: OpenLineageEvent,
): Pick<EventFacts, 'eventTime' | 'run'> {
  const eventTime = Date.parse(event.eventTime);
  if (!event.run) return { eventTime };
  const state = ('eventType' in event && event.eventType) || 'OTHER';
  return {
    eventTime,
    run: { id: event.run.runId, state: state as RunState },
  };
}
