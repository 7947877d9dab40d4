import { createComponentExtension } from '@backstage/core-plugin-api';
import { JSX } from 'react';
import { dataEntitiesPlugin } from './plugin';

/**
 * What a `DataJob` says of itself.
 *
 * @public
 */
export const EntityDataJobCard = card('EntityDataJobCard', () =>
  import('../components/DataJobCard').then(m => m.DataJobCard),
);

/**
 * What a `DataSource` says of itself.
 *
 * @public
 */
export const EntityDataSourceCard = card('EntityDataSourceCard', () =>
  import('../components/DataSourceCard').then(m => m.DataSourceCard),
);

/**
 * What a `Dataset` says of itself.
 *
 * @public
 */
export const EntityDatasetCard = card('EntityDatasetCard', () =>
  import('../components/DatasetCard').then(m => m.DatasetCard),
);

/**
 * What a `Lineage` says of itself.
 *
 * @public
 */
export const EntityLineageCard = card('EntityLineageCard', () =>
  import('../components/LineageCard').then(m => m.LineageCard),
);

/**
 * What a `Quality` says of itself.
 *
 * @public
 */
export const EntityQualityCard = card('EntityQualityCard', () =>
  import('../components/QualityCard').then(m => m.QualityCard),
);

function card(name: string, lazy: () => Promise<() => JSX.Element | null>) {
  return dataEntitiesPlugin.provide(
    createComponentExtension({ name, component: { lazy } }),
  );
}
