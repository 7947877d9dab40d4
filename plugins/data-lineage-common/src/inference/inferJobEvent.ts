import { Inference, InferenceRequest } from './InferenceRequest';
import { inferFlinkCdc } from './inferFlinkCdc';
import { inferFlinkSql } from './inferFlinkSql';
import { inferSeaTunnel } from './inferSeaTunnel';

const READERS: Record<string, (request: InferenceRequest) => Inference> = {
  'flink-cdc': inferFlinkCdc,
  'flink-sql': inferFlinkSql,
  seatunnel: inferSeaTunnel,
};

/**
 * Says what a job reads and writes, column by column, before it runs. Never
 * throws: what is not understood is a problem, and a definition that nobody can
 * look into (a jar, an unknown type) gives no event at all.
 *
 * @public
 */
export function inferJobEvent(request: InferenceRequest): Inference {
  const read = READERS[request.definition.type];
  return read ? read(request) : { problems: [] };
}
