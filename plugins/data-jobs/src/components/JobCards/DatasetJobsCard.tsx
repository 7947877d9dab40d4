import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Skeleton, Text } from '@backstage/ui';
import {
  EntityLink,
  errorStatus,
  LoadFailure,
} from '@datalark/backstage-plugin-data-entities-react';
import { useQueries } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useText } from '../../hooks/useText';
import { JobCard } from './JobCard';
import styles from './JobCards.module.css';
import { JobRows } from './JobRows';

/** Milliseconds between two looks: a card beside other things. */
const INTERVAL = 15_000;
const MOST_JOBS = 20;

/** The jobs that write and those that read a Dataset, with their states. */
export function DatasetJobsCard() {
  const t = useText();
  const { entity } = useEntity();
  const refs = (relation: string) =>
    getEntityRelations(entity, relation, { kind: 'DataJob' }).map(one =>
      stringifyEntityRef(one),
    );
  return (
    <JobCard title={t('cards.dataset.title')}>
      <Flex direction="column" gap="5">
        <Jobs
          title={t('cards.dataset.writes')}
          empty={t('cards.dataset.noWriter')}
          refs={refs('writtenBy')}
        />
        <Jobs
          title={t('cards.dataset.reads')}
          empty={t('cards.dataset.noReader')}
          refs={refs('readBy')}
        />
      </Flex>
    </JobCard>
  );
}

function Jobs(props: { title: string; empty: string; refs: string[] }) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const jobs = useQueries({
    queries: props.refs.slice(0, MOST_JOBS).map(ref => ({
      queryKey: queryKeys.job(ref),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.getJob(ref, { signal }),
      refetchInterval: INTERVAL,
    })),
  });
  const known = jobs.flatMap(({ data }) =>
    data ? data.deployments.map(deployment => ({ ...data, deployment })) : [],
  );
  const hidden = props.refs.filter(
    (_ref, index) => !jobs[index] || isRefused(jobs[index].error),
  );
  const failed = jobs.find(
    ({ data, error }) => !data && error && !isRefused(error),
  );
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" variant="body-medium" weight="bold">
        {props.title}
      </Text>
      {!props.refs.length && <Text as="p">{props.empty}</Text>}
      {jobs.some(({ isPending }) => isPending) && (
        <Skeleton width="100%" height={32} />
      )}
      {failed && (
        <LoadFailure
          title={t('cards.dataset.loadFailed')}
          error={failed.error}
          onRetry={() => failed.refetch()}
        />
      )}
      {known.length > 0 && <JobRows label={props.title} jobs={known} />}
      {hidden.length > 0 && (
        <ul className={styles.rows} aria-label={t('cards.dataset.stateless')}>
          {hidden.map(ref => (
            <li key={ref} className={styles.row}>
              <span className={styles.name}>
                <EntityLink entityRef={ref} />
              </span>
              <span>{t('cards.dataset.stateless')}</span>
            </li>
          ))}
        </ul>
      )}
    </Flex>
  );
}

/** The back end does not know the job, or does not show it to the viewer. */
function isRefused(error: unknown): boolean {
  const status = errorStatus(error);
  return status === 404 || status === 403;
}
