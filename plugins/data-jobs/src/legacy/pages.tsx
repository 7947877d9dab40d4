import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { createRoutableExtension } from '@backstage/core-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { InLegacyApp } from '@datalark/backstage-plugin-data-entities-react/legacy';
import { RiFlowChart, RiServerLine } from '@remixicon/react';
import { enginesRouteRef, jobsRouteRef } from '../routes';
import { dataJobsPlugin } from './plugin';

/**
 * The page Data jobs, to be mounted in the app's routes.
 *
 * @public
 */
export const DataJobsPage = dataJobsPlugin.provide(
  createRoutableExtension({
    name: 'DataJobsPage',
    mountPoint: convertLegacyRouteRef(jobsRouteRef),
    component: () =>
      import('../components/JobsContent').then(({ JobsContent }) => () => (
        <InLegacyApp>
          <PluginHeader title="Data jobs" icon={<RiFlowChart />} />
          <JobsContent />
        </InLegacyApp>
      )),
  }),
);

/**
 * The page Engines, to be mounted in the app's routes.
 *
 * @public
 */
export const EnginesPage = dataJobsPlugin.provide(
  createRoutableExtension({
    name: 'EnginesPage',
    mountPoint: convertLegacyRouteRef(enginesRouteRef),
    component: () =>
      import('../components/EnginesContent').then(
        ({ EnginesContent }) =>
          () =>
            (
              <InLegacyApp>
                <PluginHeader title="Engines" icon={<RiServerLine />} />
                <EnginesContent />
              </InLegacyApp>
            ),
      ),
  }),
);
