import { lazy, Suspense, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Table,
  Text,
} from '@backstage/ui';
import {
  RelativeTime,
  Section,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  jobAdoptPermission,
  UnmanagedJob,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { POLL_INTERVAL } from '../../hooks/DataJobsQueryProvider';
import { queryKeys } from '../../hooks/queryKeys';
import { Translate, useText } from '../../hooks/useText';
import { StateBadge } from '../StateBadge';

const AdoptDialog = lazy(() =>
  import('./AdoptDialog').then(m => ({ default: m.AdoptDialog })),
);

type Row = UnmanagedJob & { id: string };

/** Jobs that run on engines and that nobody declared; nothing when there are none. */
export function UnmanagedJobs() {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const [chosen, setChosen] = useState<UnmanagedJob>();
  const { allowed, loading } = usePermission({
    permission: jobAdoptPermission,
  });
  const jobs = useQuery({
    queryKey: queryKeys.unmanaged(),
    queryFn: ({ signal }) => api.listUnmanagedJobs({}, { signal }),
    refetchInterval: POLL_INTERVAL,
  });
  const columns = useMemo(
    () => columnsOf(t, allowed ? setChosen : undefined),
    [t, allowed],
  );
  if (!jobs.data?.length) return null;
  return (
    <Section title={t('adopt.title')}>
      <Text as="p" color="secondary">
        {t('adopt.hint')}
      </Text>
      {!loading && !allowed && (
        <Text as="p" color="secondary">
          {`${t('adopt.takeOn')}: ${t('why.notAllowed')}`}
        </Text>
      )}
      <Table
        columnConfig={columns}
        data={jobs.data.map(one => ({
          ...one,
          id: `${one.engine} ${one.engineJobId}`,
        }))}
        pagination={{ type: 'none' }}
      />
      <Suspense fallback={null}>
        {chosen && (
          <AdoptDialog job={chosen} onClose={() => setChosen(undefined)} />
        )}
      </Suspense>
    </Section>
  );
}

function columnsOf(
  t: Translate,
  adopt?: (job: UnmanagedJob) => void,
): ColumnConfig<Row>[] {
  return [
    {
      id: 'name',
      label: t('adopt.column.name'),
      isRowHeader: true,
      cell: job => <CellText title={job.name} description={job.engineJobId} />,
    },
    {
      id: 'engine',
      label: t('adopt.column.engine'),
      cell: job => <CellText title={job.engine} />,
    },
    {
      id: 'state',
      label: t('adopt.column.state'),
      cell: job => (
        <Cell>
          <StateBadge state={job.state} />
        </Cell>
      ),
    },
    {
      id: 'since',
      label: t('adopt.column.since'),
      cell: job => (
        <Cell>
          <RelativeTime iso={job.startedAt ?? job.firstSeenAt} />
        </Cell>
      ),
    },
    {
      id: 'adopt',
      label: t('adopt.column.adopt'),
      cell: job => (
        <Cell>
          <Button
            variant="secondary"
            size="small"
            isDisabled={!adopt}
            aria-label={t('adopt.takeOnNamed', { name: job.name })}
            onPress={() => adopt?.(job)}
          >
            {t('adopt.takeOn')}
          </Button>
        </Cell>
      ),
    },
  ];
}
