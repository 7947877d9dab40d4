import { ObservedState } from '@datalark/backstage-plugin-data-jobs-common';

/** Tells whether a run may be there: also while it starts, and while nobody knows. */
export function mayRun(state: ObservedState): boolean {
  return ['running', 'deploying', 'unknown'].includes(state);
}
