import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ObservedState } from '@datalark/backstage-plugin-data-jobs-common';

/** A run, as it was last seen on its engine. Times are ISO 8601 in UTC. @public */
export type ObservedRun = {
  id: string;
  entityRef: string;
  environment: string;
  /** Never `unknown`: while the engine is out of reach nothing is told. */
  state: Exclude<ObservedState, 'unknown'>;
  /** When it was submitted. */
  startedAt: string;
  /** Since when it is in this state; of a run that is over, when it ended. */
  since: string;
  /** When the engine was last asked. */
  observedAt: string;
};

/**
 * Is told of the newest run of every job in every environment: when its state
 * changes, and every quarter of an hour while it goes on. The same may be told
 * again, e.g. after a restart.
 *
 * @public
 */
export interface RunListener {
  /** What it rejects is told again. */
  runsObserved(runs: ObservedRun[]): Promise<void>;
}

/** Where run listeners register. @public */
export interface RunListenersExtensionPoint {
  addRunListener(listener: RunListener): void;
}

/** Extension point `data-jobs.run-listeners`. @public */
export const runListenersExtensionPoint =
  createExtensionPoint<RunListenersExtensionPoint>({
    id: 'data-jobs.run-listeners',
  });
