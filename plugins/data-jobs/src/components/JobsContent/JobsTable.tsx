import { useMemo } from 'react';
import { Button, Flex, SortDescriptor, Table, Text } from '@backstage/ui';
import {
  DEFAULT_ENVIRONMENT,
  JobSortKey,
  JobSummary,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { useJobs } from '../../hooks/useJobs';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import {
  isFiltered,
  JobListState,
  PAGE_SIZES,
  parseJobListState,
  toJobQuery,
} from '../../logic/jobListState';
import { LoadFailure, StaleNotice } from '../LoadFailure';
import { RelativeTime } from '../Time';
import { jobColumns, JobRow } from './jobColumns';
import styles from './JobsContent.module.css';

/** One page of the list. */
export function JobsTable(props: {
  state: JobListState;
  onChange: (part: Partial<JobListState>) => void;
}) {
  const t = useText();
  const { state, onChange } = props;
  const jobs = useJobs(toJobQuery(state));
  const format = useTimeFormat();
  const items = jobs.data?.items;
  const rows = useMemo(() => items?.map(toRow), [items]);
  const showEnvironment = Boolean(
    items?.some(job => job.deployment.environment !== DEFAULT_ENVIRONMENT),
  );
  const columns = useMemo(
    () => jobColumns(t, showEnvironment),
    [t, showEnvironment],
  );

  if (jobs.error && !jobs.data) {
    return (
      <LoadFailure
        title={t('list.loadFailed')}
        error={jobs.error}
        onRetry={jobs.refetch}
      />
    );
  }
  const total = jobs.data?.totalItems ?? 0;
  const sort: SortDescriptor = {
    column: state.sort,
    direction: state.order === 'asc' ? 'ascending' : 'descending',
  };
  return (
    <>
      {jobs.error && (
        <StaleNotice
          title={t('list.stale', {
            when: (
              <RelativeTime iso={new Date(jobs.dataUpdatedAt).toISOString()} />
            ),
          })}
          error={jobs.error}
          onRetry={jobs.refetch}
        />
      )}
      <Table
        className={styles.table}
        columnConfig={columns}
        data={rows}
        isPending={jobs.isPending}
        isStale={jobs.isPlaceholderData}
        sort={{
          descriptor: sort,
          onSortChange: next =>
            onChange({
              sort: next.column as JobSortKey,
              order: next.direction === 'descending' ? 'desc' : 'asc',
            }),
        }}
        pagination={{
          type: 'page',
          pageSize: state.pageSize,
          pageSizeOptions: PAGE_SIZES,
          offset: state.offset,
          totalCount: total,
          hasNextPage: state.offset + state.pageSize < total,
          hasPreviousPage: state.offset > 0,
          onNextPage: () => onChange({ offset: state.offset + state.pageSize }),
          onPreviousPage: () =>
            onChange({ offset: Math.max(0, state.offset - state.pageSize) }),
          onPageSizeChange: pageSize => onChange({ pageSize }),
          getLabel: ({ pageSize, offset = 0, totalCount = 0 }) =>
            t('list.pageLabel', {
              from: format.number(offset + 1),
              to: format.number(Math.min(offset + pageSize, totalCount)),
              total: format.number(totalCount),
            }),
        }}
        emptyState={
          isFiltered(state) ? (
            <Flex direction="column" align="center" gap="2">
              <Text>{t('list.emptyFiltered')}</Text>
              <Button
                variant="secondary"
                size="small"
                onPress={() =>
                  onChange(parseJobListState(new URLSearchParams()))
                }
              >
                {t('list.clearFilters')}
              </Button>
            </Flex>
          ) : (
            <Flex direction="column" align="center" gap="2">
              <Text>{t('list.empty')}</Text>
              <Text color="secondary">{t('list.emptyHint')}</Text>
            </Flex>
          )
        }
      />
    </>
  );
}

function toRow(job: JobSummary): JobRow {
  return { ...job, id: `${job.entityRef}|${job.deployment.environment}` };
}
