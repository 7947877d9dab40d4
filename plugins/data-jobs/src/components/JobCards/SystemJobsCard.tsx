import { stringifyEntityRef } from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { JobCard } from './JobCard';
import { JobQueryList } from './JobQueryList';

/** The jobs of a System, or of all Systems of a Domain, with their states. */
export function SystemJobsCard() {
  const t = useText();
  const { entity } = useEntity();
  const systems =
    entity.kind.toLocaleLowerCase('en-US') === 'domain'
      ? getEntityRelations(entity, 'hasPart', { kind: 'System' }).map(one =>
          stringifyEntityRef(one),
        )
      : [stringifyEntityRef(entity)];
  return (
    <JobCard title={t('cards.system.title')}>
      {systems.length ? (
        <JobQueryList
          label={t('cards.system.title')}
          empty={t('cards.system.empty')}
          query={{ system: systems }}
        />
      ) : (
        <Text as="p">{t('cards.system.empty')}</Text>
      )}
    </JobCard>
  );
}
