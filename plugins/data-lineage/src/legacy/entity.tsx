import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { InLegacyApp } from '@datalark/backstage-plugin-data-entities-react/legacy';
import { lineageTabRouteRef } from '../routes';
import { dataLineagePlugin } from './plugin';

/**
 * The tab Lineage of a `DataJob`, `Dataset` or `DataSource`.
 *
 * @public
 */
export const EntityLineageContent = dataLineagePlugin.provide(
  createRoutableExtension({
    name: 'EntityLineageContent',
    mountPoint: convertLegacyRouteRef(lineageTabRouteRef),
    component: () =>
      import('../components/LineageEntityContent').then(m => () => (
        <InLegacyApp>
          <m.LineageEntityContent />
        </InLegacyApp>
      )),
  }),
);

/**
 * Where the lineage of an entity is not what was declared.
 *
 * @public
 */
export const EntityLineageDriftCard = dataLineagePlugin.provide(
  createComponentExtension({
    name: 'EntityLineageDriftCard',
    component: {
      lazy: () =>
        import('../components/DriftList').then(m => () => (
          <InLegacyApp>
            <m.DriftCard />
          </InLegacyApp>
        )),
    },
  }),
);
