import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import {
  DATA_JOB_KIND,
  type LineageEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';
import { EntityRefs } from '../EntityRefs';
import { type Fact, Facts } from '../Facts';
import { LineageFlows } from './LineageFlows';

/** What a Lineage says: who says it, how sure it is, and what flows where. */
export function LineageCard() {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const { entity } = useEntity<LineageEntity>();
  const { spec } = entity;
  const refLink = (ref: string, defaultKind: string) => (
    <EntityRefs refs={[ref]} of={entity} defaultKind={defaultKind} />
  );
  const facts: Fact[] = [
    {
      label: t('lineage.origin'),
      value: t(`lineage.${spec.origin ?? 'declared'}`),
    },
    {
      label: t('lineage.status'),
      value: t(`lineage.${spec.status ?? 'proposed'}`),
    },
    {
      label: t('lineage.confidence'),
      value:
        spec.confidence === undefined
          ? t('value.unknown')
          : `${Math.round(spec.confidence * 100)} %`,
    },
  ];
  if (spec.job) {
    facts.push({
      label: t('lineage.job'),
      value: spec.job.ref
        ? refLink(spec.job.ref, DATA_JOB_KIND)
        : `${spec.job.namespace} ${spec.job.name}`,
    });
  }
  if (spec.verifiedBy) {
    facts.push({
      label: t('lineage.verifiedBy'),
      value: (
        <>
          {refLink(spec.verifiedBy, 'User')}
          {spec.verifiedAt && ` (${spec.verifiedAt})`}
        </>
      ),
    });
  }
  const { from, to } = spec.validity ?? {};
  let validity: string = t('lineage.validityAlways');
  if (from && to) {
    validity = t('lineage.validityBetween', { from, to });
  } else if (from) {
    validity = t('lineage.validityFrom', { from });
  } else if (to) {
    validity = t('lineage.validityTo', { to });
  }
  facts.push({ label: t('lineage.validity'), value: validity });
  return (
    <EntityInfoCard title={t('lineage.title')}>
      <Flex direction="column" gap="4">
        <Facts facts={facts} />
        <LineageFlows entity={entity} />
      </Flex>
    </EntityInfoCard>
  );
}
