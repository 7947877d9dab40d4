import { useMemo } from 'react';
import { Button, Flex, SortDescriptor, Table, Text } from '@backstage/ui';
import {
  LoadFailure,
  StaleNotice,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  DEFAULT_ENVIRONMENT,
  JobSortKey,
  JobSummary,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import type { useJobs } from '../../hooks/useJobs';
import { useListColumns } from '../../hooks/useListColumns';
import type { Selection } from '../../hooks/useSelection';
import {
  clearedFilters,
  DEFAULT_COLUMNS,
  isFiltered,
  JobListState,
  ListColumn,
  PAGE_SIZES,
  parseColumns,
} from '../../logic/jobListState';
import { jobColumns, JobRow } from './jobColumns';
import styles from './JobsContent.module.css';

/** One page of the list. */
export function JobsTable(props: {
  state: JobListState;
  onChange: (part: Partial<JobListState>) => void;
  jobs: ReturnType<typeof useJobs>;
  selection: Selection;
}) {
  const t = useText();
  const { state, onChange, jobs, selection } = props;
  const [chosen] = useListColumns();
  const format = useTimeFormat();
  const items = jobs.data?.items;
  const rows = useMemo(() => items?.map(toRow), [items]);
  const shown = useShownColumns(state.columns ?? chosen, items);
  const columns = useMemo(() => jobColumns(t, shown), [t, shown]);

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
      <StaleNotice query={jobs} title={when => t('list.stale', { when })} />
      <Table
        className={styles.table}
        columnConfig={columns}
        data={rows}
        isPending={jobs.isPending}
        isStale={jobs.isPlaceholderData}
        selection={{
          mode: 'multiple',
          behavior: 'toggle',
          selected: selection.isMatching
            ? 'all'
            : (selection.ids as Set<string>),
          onSelectionChange: keys =>
            selection.toggle(rows?.map(row => row.id) ?? [], keys),
        }}
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
          pageSizeOptions: PAGE_SIZES.map(value => ({
            value,
            label: t('list.pageSize', { number: format.number(value) }),
          })),
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
                onPress={() => onChange(clearedFilters())}
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

// Unless somebody chose: the environment only where there are several.
function useShownColumns(
  chosen: readonly ListColumn[] | undefined,
  items: JobSummary[] | undefined,
): readonly ListColumn[] {
  const several = Boolean(
    items?.some(job => job.deployment.environment !== DEFAULT_ENVIRONMENT),
  );
  const key = chosen?.join(',');
  return useMemo(
    () =>
      parseColumns(key) ?? [
        ...DEFAULT_COLUMNS,
        ...(several ? (['environment'] as const) : []),
      ],
    [key, several],
  );
}

function toRow(job: JobSummary): JobRow {
  return { ...job, id: `${job.entityRef}|${job.deployment.environment}` };
}
