import { DriftKind } from '@datalark/backstage-plugin-data-lineage-common';

/** All kinds, the surest trouble first. */
export const DRIFT_KINDS: readonly DriftKind[] = [
  'observed-not-declared',
  'declared-not-observed',
  'observed-not-inferred',
  'inferred-not-observed',
];
