import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  DATA_ENTITIES_API_VERSION,
  DATA_JOB_KIND,
  DATA_SOURCE_KIND,
  type DataEntityKind,
  DATASET_KIND,
  LINEAGE_KIND,
  QUALITY_KIND,
} from '@datalark/backstage-plugin-data-entities-common';
import type { JSX } from 'react';

const card = (
  name: string,
  kind: DataEntityKind,
  loader: () => Promise<JSX.Element>,
) =>
  EntityCardBlueprint.make({
    name,
    params: {
      type: 'content',
      // Other systems may have a kind of the same name, with other fields.
      filter: { kind, apiVersion: DATA_ENTITIES_API_VERSION },
      loader,
    },
  });

/** `entity-card:catalog/data-job` */
export const dataJobCard = card('data-job', DATA_JOB_KIND, async () => {
  const { DataJobCard } = await import('../components/DataJobCard');
  return <DataJobCard />;
});

/** `entity-card:catalog/data-source` */
export const dataSourceCard = card(
  'data-source',
  DATA_SOURCE_KIND,
  async () => {
    const { DataSourceCard } = await import('../components/DataSourceCard');
    return <DataSourceCard />;
  },
);

/** `entity-card:catalog/dataset` */
export const datasetCard = card('dataset', DATASET_KIND, async () => {
  const { DatasetCard } = await import('../components/DatasetCard');
  return <DatasetCard />;
});

/** `entity-card:catalog/lineage` */
export const lineageCard = card('lineage', LINEAGE_KIND, async () => {
  const { LineageCard } = await import('../components/LineageCard');
  return <LineageCard />;
});

/** `entity-card:catalog/quality` */
export const qualityCard = card('quality', QUALITY_KIND, async () => {
  const { QualityCard } = await import('../components/QualityCard');
  return <QualityCard />;
});
