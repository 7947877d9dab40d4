import { useState } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Header } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { useJobs } from '../../hooks/useJobs';
import { useJobListState } from '../../hooks/useJobListState';
import { useSelection } from '../../hooks/useSelection';
import { toJobQuery } from '../../logic/jobListState';
import { createPipelineRouteRef } from '../../routes';
import { BulkBar, BulkNotice } from '../BulkDialog';
import { VerbDialogProvider } from '../VerbDialog';
import { JobFilters } from './JobFilters';
import { JobsTable } from './JobsTable';
import { ListTools } from './ListTools';

/** The body of the page Data jobs. */
export function JobsContent() {
  return (
    <DataJobsQueryProvider>
      <VerbDialogProvider>
        <JobList />
      </VerbDialogProvider>
    </DataJobsQueryProvider>
  );
}

function JobList() {
  const t = useText();
  const createLink = useRouteRef(createPipelineRouteRef);
  const [state, change] = useJobListState();
  const query = toJobQuery(state);
  const jobs = useJobs(query);
  const [asked, setAsked] = useState<string>();
  const selection = useSelection(query, jobs.data?.totalItems ?? 0);
  return (
    <main>
      <Header
        title={t('list.tableLabel')}
        customActions={
          createLink && (
            <ButtonLink
              variant="primary"
              href={createLink()}
              iconStart={<RiAddLine />}
            >
              {t('list.create')}
            </ButtonLink>
          )
        }
      />
      <Container>
        <JobFilters state={state} onChange={change} />
        <ListTools state={state} onChange={change} />
        {state.bulk && (
          <BulkNotice
            key={state.bulk}
            id={state.bulk}
            isNew={state.bulk === asked}
            onForget={() => change({ bulk: undefined, offset: state.offset })}
          />
        )}
        <BulkBar
          selection={selection}
          total={jobs.data?.totalItems ?? 0}
          onRequested={bulk => {
            selection.clear();
            setAsked(bulk.id);
            change({ bulk: bulk.id, offset: state.offset });
          }}
        />
        <JobsTable
          state={state}
          onChange={change}
          jobs={jobs}
          selection={selection}
        />
      </Container>
    </main>
  );
}
