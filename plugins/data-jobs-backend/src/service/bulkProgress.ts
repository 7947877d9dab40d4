import {
  BulkItem,
  BulkOperation,
  Operation,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredBulk } from '../database/BulkStore';
import { keyText } from '../database/DeploymentStore';

/** A bulk request with what became of each job; `readable` leaves out the others. */
export function bulkProgress(
  { refusals, ...bulk }: StoredBulk,
  operations: Operation[],
  readable?: Set<string>,
): BulkOperation {
  const items: BulkItem[] = [
    ...refusals,
    ...operations.map(operation => ({
      entityRef: operation.entityRef,
      environment: operation.environment,
      operation: {
        id: operation.id,
        state: operation.state,
        step: operation.steps.at(-1)?.name,
        startedAt: operation.startedAt,
        endedAt: operation.endedAt,
        error: operation.error,
      },
    })),
  ].filter(one => !readable || readable.has(one.entityRef));
  items.sort((a, b) => (keyText(a) < keyText(b) ? -1 : 1));
  const counts: BulkOperation['counts'] = {
    pending: 0,
    running: 0,
    succeeded: 0,
    failed: 0,
    canceled: 0,
    refused: 0,
  };
  for (const { operation } of items) counts[operation?.state ?? 'refused'] += 1;
  return { ...bulk, counts, items };
}
