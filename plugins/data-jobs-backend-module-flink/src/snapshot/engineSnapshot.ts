import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';

/** A snapshot as an engine can tell of it. */
export type EngineSnapshot = Omit<
  Snapshot,
  'runId' | 'version' | 'triggeredBy'
>;
