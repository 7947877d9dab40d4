import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import {
  LoadFailure,
  StaleNotice,
} from '@datalark/backstage-plugin-data-entities-react';
import { JobQuery } from '@datalark/backstage-plugin-data-jobs-common';
import { useJobs } from '../../hooks/useJobs';
import { useText } from '../../hooks/useText';
import {
  formatJobListState,
  parseJobListState,
} from '../../logic/jobListState';
import { jobsRouteRef } from '../../routes';
import { JobRows } from './JobRows';

/** Rows of a card; the page of all jobs shows the others. */
const MOST_ROWS = 10;

/** The first jobs that fit, and the way to all of them. */
export function JobQueryList(props: {
  label: string;
  empty: string;
  query: Pick<JobQuery, 'mine' | 'owner' | 'system' | 'health'>;
}) {
  const t = useText();
  const { mine = false, ...filters } = props.query;
  const jobs = useJobs({ ...props.query, sort: 'health', limit: MOST_ROWS });
  const listLink = useRouteRef(jobsRouteRef);
  if (!jobs.data) {
    return jobs.isPending ? (
      <Skeleton width="100%" height={80} />
    ) : (
      <LoadFailure
        title={t('list.loadFailed')}
        error={jobs.error}
        onRetry={jobs.refetch}
      />
    );
  }
  const { items, totalItems } = jobs.data;
  const base = parseJobListState(new URLSearchParams());
  const search = formatJobListState({
    ...base,
    mine,
    filters: { ...base.filters, ...filters },
  });
  return (
    <Flex direction="column" gap="3">
      <StaleNotice query={jobs} title={when => t('list.stale', { when })} />
      {items.length ? (
        <JobRows label={props.label} jobs={items} />
      ) : (
        <Text as="p">{props.empty}</Text>
      )}
      {listLink && totalItems > 0 && (
        <Link href={`${listLink()}?${search}`}>
          {t('cards.all', { count: totalItems })}
        </Link>
      )}
    </Flex>
  );
}
