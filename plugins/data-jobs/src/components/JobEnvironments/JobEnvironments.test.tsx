import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chooseOption, renderPart } from '../../__testUtils__/renderDataJobs';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { deployment, FakeDataJobsApi, jobDetail } from '../../testing';
import { VerbDialogProvider } from '../VerbDialog';
import { JobEnvironments } from './JobEnvironments';
import { ResolvedConfiguration } from './ResolvedConfiguration';

const api = new FakeDataJobsApi();
const base = jobDetail();
api.jobs = [
  jobDetail({
    spec: {
      ...base.spec,
      environments: { staging: {}, production: { parallelism: 8 } },
    },
    deployments: [
      deployment({ environment: 'staging', deployedVersion: 2 }),
      deployment({ environment: 'production', deployedVersion: 1 }),
    ],
  }),
];
const [job] = api.jobs;
const [staging, production] = job.deployments;

describe('JobEnvironments', () => {
  it('shows the drift and promotes with what would change', async () => {
    await renderPart(
      <DataJobsQueryProvider>
        <VerbDialogProvider>
          <JobEnvironments job={job} deployment={staging} />
        </VerbDialogProvider>
      </DataJobsQueryProvider>,
      { api },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Compare staging with/ }),
    );
    await chooseOption('production');
    const table = await screen.findByRole('table', { name: 'What differs' });
    expect(table).toHaveTextContent('Version21');
    const promote = screen.getByRole('button', {
      name: 'Promote version 2 to production',
    });
    await waitFor(() => expect(promote).toBeEnabled());
    await userEvent.click(promote);
    const dialog = await screen.findByRole('dialog');
    const change = await within(dialog).findByRole('region', {
      name: 'What changes in production',
    });
    expect(
      await within(change).findByRole('table', { name: 'What differs' }),
    ).toHaveTextContent('Version12');
    const deploy = within(dialog).getByRole('button', { name: 'Deploy' });
    await waitFor(() => expect(deploy).toBeEnabled());
    await userEvent.click(deploy);
    await waitFor(() =>
      expect(api.requests).toMatchObject([
        {
          verb: 'deploy',
          environment: 'production',
          params: { promoteFrom: 'staging' },
        },
      ]),
    );
  });
});

describe('ResolvedConfiguration', () => {
  it('says where each value comes from, and names secrets only', async () => {
    await renderPart(
      <DataJobsQueryProvider>
        <ResolvedConfiguration job={job} deployment={production} />
      </DataJobsQueryProvider>,
      { api },
    );
    const table = await screen.findByRole('table', {
      name: 'Values with where they come from',
    });
    expect(
      within(table).getByRole('row', { name: /^parallelism/ }),
    ).toHaveTextContent('parallelism8the environmentin place of 1');
    expect(screen.getByText('Secret shop-db')).toBeInTheDocument();
  });
});
