import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  type DataJobEntity,
  DATASET_KIND,
} from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';
import { EntityRefs } from '../EntityRefs';
import { Facts } from '../Facts';

/** What a DataJob declares; what it does right now is told by the pages of data-jobs. */
export function DataJobCard() {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const { entity } = useEntity<DataJobEntity>();
  const { spec } = entity;
  const keeps = {
    stateless: t('dataJob.stateless'),
    savepoint: t('dataJob.savepoint'),
    'last-state': t('dataJob.lastState'),
  };
  const datasets = (refs: string[] | undefined) =>
    refs?.length ? (
      <EntityRefs refs={refs} of={entity} defaultKind={DATASET_KIND} />
    ) : (
      t('value.unknown')
    );
  const environments = Object.entries(spec.environments ?? {}).map(
    ([name, { engine, parallelism, state }]) => {
      const differs = [engine, parallelism && `×${parallelism}`, state].filter(
        Boolean,
      );
      return differs.length ? `${name} (${differs.join(', ')})` : name;
    },
  );
  return (
    <EntityInfoCard title={t('dataJob.title')}>
      <Facts
        facts={[
          { label: t('dataJob.engine'), value: spec.engine },
          {
            label: t('dataJob.processing'),
            value: t(`dataJob.${spec.processing ?? 'streaming'}`),
          },
          {
            label: t('dataJob.state'),
            value: t(`dataJob.${spec.state ?? 'running'}`),
          },
          {
            label: t('dataJob.upgradeMode'),
            value: keeps[spec.upgradeMode ?? 'savepoint'],
          },
          {
            label: t('dataJob.parallelism'),
            value: spec.parallelism ?? t('dataJob.byEngine'),
          },
          ...(spec.schedule
            ? [
                {
                  label: t('dataJob.schedule'),
                  value: `${spec.schedule.cron} (${
                    spec.schedule.timezone ?? 'UTC'
                  })`,
                },
              ]
            : []),
          { label: t('dataJob.reads'), value: datasets(spec.reads) },
          { label: t('dataJob.writes'), value: datasets(spec.writes) },
          {
            label: t('dataJob.environments'),
            value: environments.join(', ') || t('value.none'),
          },
        ]}
      />
    </EntityInfoCard>
  );
}
