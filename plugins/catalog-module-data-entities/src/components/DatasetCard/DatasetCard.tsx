import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import {
  DATA_SOURCE_KIND,
  type DatasetEntity,
  QUALITY_KIND,
} from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';
import { EntityRefs } from '../EntityRefs';
import { Facts } from '../Facts';
import { DatasetColumns } from './DatasetColumns';

/** The identity of a Dataset, where it is stored, and its columns. */
export function DatasetCard() {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const { entity } = useEntity<DatasetEntity>();
  const { spec } = entity;
  return (
    <EntityInfoCard title={t('dataset.title')}>
      <Flex direction="column" gap="4">
        <Facts
          facts={[
            { label: t('dataset.namespace'), value: spec.dataset.namespace },
            { label: t('dataset.name'), value: spec.dataset.name },
            {
              label: t('dataset.source'),
              value: spec.source ? (
                <EntityRefs
                  refs={[spec.source]}
                  of={entity}
                  defaultKind={DATA_SOURCE_KIND}
                />
              ) : (
                t('value.unknown')
              ),
            },
            ...(spec.standards?.length
              ? [
                  {
                    label: t('dataset.standards'),
                    value: (
                      <EntityRefs
                        refs={spec.standards}
                        of={entity}
                        defaultKind={QUALITY_KIND}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        <DatasetColumns columns={spec.columns ?? []} />
      </Flex>
    </EntityInfoCard>
  );
}
