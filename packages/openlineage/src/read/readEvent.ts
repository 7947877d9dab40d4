import type { OpenLineageEvent } from '../generated';
import { schemaUrlOf } from '../schema/schemaUrlOf';
import { isObject } from '../validate/checkSchema';
import type { JsonObject } from '../validate/checkSchema';
import { eventKindOf } from '../validate/eventKind';
import type { EventKind } from '../validate/eventKind';
import { problemAt } from '../validate/EventProblem';
import type { EventProblem } from '../validate/EventProblem';
import { jsonSize } from './jsonSize';
import type { JsonSize } from './jsonSize';
import { readDataset, readDatasets } from './readDatasets';
import { readEventTime } from './readEventTime';
import { readFacets } from './readFacets';
import { readName } from './readName';
import { Reading } from './Reading';
import { DEFAULT_LIMITS } from './ReadLimits';
import type { ReadLimits } from './ReadLimits';
import { withoutLargeFacets } from './withoutLargeFacets';

/** An event that was taken with what was left out of it, or why it was not. @public */
export type EventReading =
  | { event: OpenLineageEvent; warnings: EventProblem[]; problems?: undefined }
  | { problems: EventProblem[]; event?: undefined; warnings?: undefined };

const EVENT_TYPES = ['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'];
const DEFINITIONS = {
  run: 'RunEvent',
  job: 'JobEvent',
  dataset: 'DatasetEvent',
};
const UNKNOWN_PRODUCER = 'urn:unknown';

/**
 * Takes in an event of any producer, old and sloppy ones too. It needs a time,
 * and the names of its job, run or dataset; anything else that is wrong is left
 * out with a warning, and the good part is kept. Unknown facets and fields
 * stay, whatever their version. Missing `inputs` or `outputs` stay undefined
 * (unknown), empty lists stay empty (none). Namespaces may be empty.
 *
 * Never throws and does not change what it is given.
 *
 * @param value - parsed JSON
 * @param limits - see {@link ReadLimits}
 * @public
 */
export function readEvent(
  value: unknown,
  limits: Partial<ReadLimits> = {},
): EventReading {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const reading = new Reading(all);
  const size = jsonSize(value, { bytes: all.eventBytes, depth: all.depth });
  const tooLarge = sizeProblem(size, all);
  if (tooLarge) return { problems: [tooLarge] };
  const kind = eventKindOf(value);
  if (!isObject(value) || !kind) {
    const isNone = isObject(value);
    return {
      problems: [
        problemAt(
          '',
          isNone
            ? 'The event has no run, no job and no dataset.'
            : 'The event is not an object.',
          isNone
            ? 'Add "run" and "job", "job" alone, or "dataset" alone.'
            : 'Send one JSON object for each event.',
          value,
        ),
      ],
    };
  }
  // Most events are far smaller than one facet may be.
  const given =
    size.bytes > all.facetBytes ? withoutLargeFacets(value, reading) : value;
  const event = readParts(given, kind, reading);
  if (reading.problems.length > 0) return { problems: reading.problems };
  return { event: event as OpenLineageEvent, warnings: reading.allWarnings() };
}

function sizeProblem(
  size: JsonSize,
  limits: ReadLimits,
): EventProblem | undefined {
  if (size.depth > limits.depth) {
    return problemAt(
      '',
      `The event is more than ${limits.depth} levels deep.`,
      'Send less nesting.',
    );
  }
  if (size.bytes <= limits.eventBytes) return undefined;
  return problemAt(
    '',
    `The event is larger than ${limits.eventBytes} bytes.`,
    'Send smaller facets, or fewer datasets in one event.',
  );
}

function readParts(
  value: JsonObject,
  kind: EventKind,
  reading: Reading,
): object {
  const producer = readUri(value, 'producer', UNKNOWN_PRODUCER, reading);
  const { run, job, dataset, inputs, outputs, eventType, ...rest } = value;
  return {
    ...rest,
    eventTime: readEventTime(value.eventTime, reading),
    producer,
    schemaURL: readUri(
      value,
      'schemaURL',
      schemaUrlOf(DEFINITIONS[kind]),
      reading,
    ),
    ...(kind === 'run' && {
      ...readEventType(eventType, reading),
      run: readRun(run, producer, reading),
    }),
    ...(kind !== 'dataset' && {
      job: readJob(job, producer, reading),
      ...list('inputs', readDatasets(inputs, 'input', producer, reading)),
      ...list('outputs', readDatasets(outputs, 'output', producer, reading)),
    }),
    ...(kind === 'dataset' && {
      dataset: readDataset(
        dataset,
        '/dataset',
        undefined,
        producer,
        reading,
        (...said) => reading.refuse(...said),
      ),
    }),
  };
}

function list(key: string, value: object[] | undefined): object | undefined {
  return value && { [key]: value };
}

function readUri(
  value: JsonObject,
  key: string,
  otherwise: string,
  reading: Reading,
): string {
  const uri = value[key];
  if (typeof uri === 'string' && uri !== '') return uri;
  reading.warn(
    `/${key}`,
    `"${key}" is missing or no text; it counts as ${otherwise}.`,
    'Give a URI.',
    uri,
  );
  return otherwise;
}

function readEventType(value: unknown, reading: Reading): object {
  if (value === undefined || value === null) return {};
  const upper = typeof value === 'string' ? value.toUpperCase() : '';
  if (EVENT_TYPES.includes(upper)) return { eventType: upper };
  reading.warn(
    '/eventType',
    'This is no known event type; it counts as OTHER.',
    `Give ${EVENT_TYPES.join(', ')}.`,
    value,
  );
  return { eventType: 'OTHER' };
}

function readRun(
  value: unknown,
  producer: string,
  reading: Reading,
): object | undefined {
  if (!isObject(value)) {
    return reading.refuse(
      '/run',
      'The run is not an object.',
      'Give an object with "runId".',
      value,
    );
  }
  const { runId, facets, ...rest } = value;
  if (
    typeof runId !== 'string' ||
    runId === '' ||
    runId.includes('\0') ||
    runId.length > reading.limits.nameLength
  ) {
    return reading.refuse(
      '/run/runId',
      'The run has no id.',
      'Give "runId" as a UUID.',
      runId,
    );
  }
  if (!/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(runId)) {
    reading.warn(
      '/run/runId',
      'This is no UUID; it is taken as it is.',
      'Give a UUID.',
      runId,
    );
  }
  const good = readFacets(facets, 'run', '/run/facets', producer, reading);
  return { ...rest, runId, ...(good && { facets: good }) };
}

function readJob(
  value: unknown,
  producer: string,
  reading: Reading,
): object | undefined {
  const name = readName(
    value,
    '/job',
    (...said) => reading.refuse(...said),
    reading,
  );
  if (!name || !isObject(value)) return undefined;
  const { facets, ...rest } = value;
  const good = readFacets(facets, 'job', '/job/facets', producer, reading);
  return { ...rest, ...name, ...(good && { facets: good }) };
}
