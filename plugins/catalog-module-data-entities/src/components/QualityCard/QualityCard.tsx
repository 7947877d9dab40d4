import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import {
  DATASET_KIND,
  type QualityEntity,
  type QualitySelector,
} from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';
import { EntityRefs } from '../EntityRefs';
import { type Fact, Facts } from '../Facts';
import { QualityChecks } from './QualityChecks';
import { QualityPromises } from './QualityPromises';

const selectorText = (selector: QualitySelector) =>
  Object.entries(selector)
    .map(([key, value]) => `${key}: ${[value].flat().join(', ')}`)
    .join('; ');

/** What a Quality demands: of which dataset, by which checks and promises. */
export function QualityCard() {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const { entity } = useEntity<QualityEntity>();
  const { spec } = entity;
  const facts: Fact[] = [];
  if (spec.target) {
    facts.push({
      label: t('quality.target'),
      value: (
        <EntityRefs
          refs={[spec.target]}
          of={entity}
          defaultKind={DATASET_KIND}
        />
      ),
    });
  } else if (spec.dataset) {
    facts.push({
      label: t('quality.target'),
      value: `${spec.dataset.namespace} ${spec.dataset.name}`,
    });
  }
  if (spec.selector) {
    facts.push({
      label: t('quality.selector'),
      value: selectorText(spec.selector),
    });
  }
  if (spec.contract) {
    facts.push({
      label: t('quality.contract'),
      value: [spec.contract.id, spec.contract.version]
        .filter(Boolean)
        .join(' '),
    });
  }
  return (
    <EntityInfoCard title={t('quality.title')}>
      <Flex direction="column" gap="4">
        <Facts facts={facts} />
        <QualityChecks checks={spec.checks ?? []} />
        {spec.sla?.length ? <QualityPromises sla={spec.sla} /> : null}
      </Flex>
    </EntityInfoCard>
  );
}
