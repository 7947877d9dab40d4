import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Header } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { useJobListState } from '../../hooks/useJobListState';
import { createPipelineRouteRef } from '../../routes';
import { VerbDialogProvider } from '../VerbDialog';
import { JobFilters } from './JobFilters';
import { JobsTable } from './JobsTable';

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
        <JobsTable state={state} onChange={change} />
      </Container>
    </main>
  );
}
