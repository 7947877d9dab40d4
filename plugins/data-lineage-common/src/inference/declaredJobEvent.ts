import { JobEvent, jobEventOf } from '@datalark/openlineage';
import { LineageName } from '../NodeId';
import { LINEAGE_PRODUCER } from './lineageProducer';

/**
 * What `spec.reads` and `spec.writes` of a DataJob say. A list that is not there
 * says nothing; without both there is no event.
 *
 * @public
 */
export function declaredJobEvent(declared: {
  job: LineageName;
  reads?: readonly LineageName[];
  writes?: readonly LineageName[];
  /** ISO 8601. */
  eventTime: string;
}): JobEvent | undefined {
  const { job, reads, writes, eventTime } = declared;
  if (!reads && !writes) return undefined;
  return jobEventOf({
    job,
    inputs: reads,
    outputs: writes,
    eventTime,
    producer: LINEAGE_PRODUCER,
  });
}
