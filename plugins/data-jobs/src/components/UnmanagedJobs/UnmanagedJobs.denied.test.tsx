import { screen } from '@testing-library/react';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { FakeDataJobsApi, unmanagedJob } from '../../testing';
import { UnmanagedJobs } from './UnmanagedJobs';

// A file of its own: what one may is remembered for some seconds.
it('is closed to who may not', async () => {
  const api = new FakeDataJobsApi();
  api.unmanaged = [unmanagedJob()];
  await renderPart(
    <DataJobsQueryProvider>
      <UnmanagedJobs />
    </DataJobsQueryProvider>,
    { api, deny: ['data-jobs.job.adopt'] },
  );
  expect(
    await screen.findByRole('button', { name: 'Take on sales' }),
  ).toBeDisabled();
});
