import { stringifyEntityRef } from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { JobQuery } from '@datalark/backstage-plugin-data-jobs-common';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { useText } from '../../hooks/useText';
import { JobCard } from './JobCard';
import { JobQueryList } from './JobQueryList';

const NOT_WELL: JobQuery['health'] = ['degraded', 'unknown'];

/** Jobs of a Group, or of a User and their groups, that are not well. */
export function AttentionJobsCard() {
  const t = useText();
  const { entity } = useEntity();
  const owners = [
    stringifyEntityRef(entity),
    ...getEntityRelations(entity, 'memberOf').map(one =>
      stringifyEntityRef(one),
    ),
  ];
  return (
    <JobCard title={t('cards.attention.title')}>
      <JobQueryList
        label={t('cards.attention.title')}
        empty={t('cards.attention.empty')}
        query={{ owner: owners, health: NOT_WELL }}
      />
    </JobCard>
  );
}

/** Jobs of the viewer that are not well, for the home page. */
export function AttentionJobsWidget() {
  const t = useText();
  return (
    <DataJobsQueryProvider>
      <JobQueryList
        label={t('cards.attention.mine')}
        empty={t('cards.attention.empty')}
        query={{ mine: true, health: NOT_WELL }}
      />
    </DataJobsQueryProvider>
  );
}
