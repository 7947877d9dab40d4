import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';

const ID = 'new-savepoint';

/** Stands in a preview for a savepoint that the operation takes itself. */
export function newSavepoint(engineJobId: string): Snapshot {
  return {
    id: ID,
    kind: 'savepoint',
    location: ID,
    createdAt: new Date().toISOString(),
    engineJobId,
  };
}

/** Tells whether a snapshot is only foreseen. */
export function isNewSavepoint(snapshot: Snapshot | undefined): boolean {
  return snapshot?.id === ID;
}
