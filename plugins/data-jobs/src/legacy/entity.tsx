import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { InLegacyApp } from '@datalark/backstage-plugin-data-entities-react/legacy';
import { ComponentType } from 'react';
import { jobTabRouteRef } from '../routes';
import { dataJobsPlugin } from './plugin';

/**
 * The tab Job of a `DataJob`.
 *
 * @public
 */
export const EntityDataJobContent = dataJobsPlugin.provide(
  createRoutableExtension({
    name: 'EntityDataJobContent',
    mountPoint: convertLegacyRouteRef(jobTabRouteRef),
    component: () =>
      import('../components/JobEntityContent').then(m =>
        wrapped(m.JobEntityContent),
      ),
  }),
);

/**
 * The state of a `DataJob`, for its overview.
 *
 * @public
 */
export const EntityDataJobStateCard = card('EntityDataJobStateCard', () =>
  import('../components/JobStateCard').then(m => m.JobStateCard),
);

/**
 * The jobs of a `System` or `Domain` with their states.
 *
 * @public
 */
export const EntitySystemDataJobsCard = card('EntitySystemDataJobsCard', () =>
  import('../components/JobCards').then(m => m.SystemJobsCard),
);

/**
 * The jobs of a `Group` or `User` that are not well.
 *
 * @public
 */
export const EntityDataJobsNeedingAttentionCard = card(
  'EntityDataJobsNeedingAttentionCard',
  () => import('../components/JobCards').then(m => m.AttentionJobsCard),
);

/**
 * The jobs that write and read a `Dataset`.
 *
 * @public
 */
export const EntityDatasetDataJobsCard = card('EntityDatasetDataJobsCard', () =>
  import('../components/JobCards').then(m => m.DatasetJobsCard),
);

function card(name: string, load: () => Promise<ComponentType>) {
  return dataJobsPlugin.provide(
    createComponentExtension({
      name,
      component: { lazy: () => load().then(wrapped) },
    }),
  );
}

function wrapped(Body: ComponentType) {
  return () => (
    <InLegacyApp>
      <Body />
    </InLegacyApp>
  );
}
