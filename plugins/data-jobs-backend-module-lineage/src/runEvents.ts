import { ObservedRun } from '@datalark/backstage-plugin-data-jobs-node';
import { LineageName } from '@datalark/backstage-plugin-data-lineage-common';

const PRODUCER =
  'https://github.com/datalark/datalark/tree/main/plugins/data-jobs-backend';
const SCHEMA =
  'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';
/** A run that goes on is heard of so often. */
const AGAIN_MS = 15 * 60_000;

const TYPES = {
  deploying: 'START',
  running: 'RUNNING',
  finished: 'COMPLETE',
  // It ended as it was told to, and another run goes on.
  suspended: 'COMPLETE',
  failed: 'FAIL',
  canceled: 'ABORT',
  // The engine has forgotten it.
  absent: 'ABORT',
} as const satisfies Record<ObservedRun['state'], string>;

/** An OpenLineage RunEvent that tells a state and nothing of data. */
export type RunStateEvent = {
  eventType: 'START' | 'RUNNING' | 'COMPLETE' | 'FAIL' | 'ABORT';
  eventTime: string;
  producer: string;
  schemaURL: string;
  run: { runId: string };
  job: LineageName;
};

/**
 * What is known of a run as RunEvents without `inputs` and `outputs`: what it
 * reads and writes is for others to say. The same run gives the same events.
 */
export function runEvents(run: ObservedRun, job: LineageName): RunStateEvent[] {
  const event = (
    eventType: RunStateEvent['eventType'],
    eventTime: string,
  ): RunStateEvent => ({
    eventType,
    eventTime,
    producer: PRODUCER,
    schemaURL: SCHEMA,
    run: { runId: run.id },
    job,
  });
  const type = TYPES[run.state];
  const seen = new Date(
    Math.floor(Date.parse(run.observedAt) / AGAIN_MS) * AGAIN_MS,
  ).toISOString();
  return [
    event('START', run.startedAt),
    ...(type === 'START' ? [] : [event(type, run.since)]),
    ...(type === 'RUNNING' && seen > run.since ? [event(type, seen)] : []),
  ];
}
