import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { createRoutableExtension } from '@backstage/core-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { InLegacyApp } from '@datalark/backstage-plugin-data-entities-react/legacy';
import { RiNodeTree } from '@remixicon/react';
import { lineageRouteRef } from '../routes';
import { dataLineagePlugin } from './plugin';

/**
 * The page Lineage with Explorer, Impact and Drift, to be mounted in the app's routes.
 *
 * @public
 */
export const LineagePage = dataLineagePlugin.provide(
  createRoutableExtension({
    name: 'LineagePage',
    mountPoint: convertLegacyRouteRef(lineageRouteRef),
    component: () =>
      import('../components/LineagePage').then(m => () => (
        <InLegacyApp>
          <PluginHeader title="Lineage" icon={<RiNodeTree />} />
          <m.LineagePage />
        </InLegacyApp>
      )),
  }),
);
