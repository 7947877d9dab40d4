import { isObject } from './checkSchema';

/** What an event is about. @public */
export type EventKind = 'run' | 'job' | 'dataset';

const present = (value: unknown) => value !== undefined && value !== null;

/**
 * Tells events apart as OpenLineage does, by what is present: a run; else a
 * job; else a dataset. Undefined when there is none of them.
 *
 * @public
 */
export function eventKindOf(value: unknown): EventKind | undefined {
  if (!isObject(value)) return undefined;
  if (present(value.run)) return 'run';
  if (present(value.job)) return 'job';
  return present(value.dataset) ? 'dataset' : undefined;
}
