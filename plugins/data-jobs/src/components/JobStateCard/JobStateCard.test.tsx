import { screen } from '@testing-library/react';
import { renderOnEntity } from '../../__testUtils__/renderDataJobs';
import { deployment, FakeDataJobsApi, jobDetail } from '../../testing';
import { JobStateCard } from './JobStateCard';

describe('JobStateCard', () => {
  it('says how the job does', async () => {
    await renderOnEntity(<JobStateCard />);
    expect(
      await screen.findByRole('heading', { level: 2, name: 'Job state' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Restore point')).toBeInTheDocument();
    expect(document.body).toHaveTextContent('Healthy: running for 3 hr.');
    expect(document.body).toHaveTextContent('Deployed by guest 5 minutes ago');
  });

  it('tells environments apart', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [
      jobDetail({
        deployments: [
          deployment({ environment: 'production' }),
          deployment({ environment: 'staging', desired: 'suspended' }),
        ],
      }),
    ];
    await renderOnEntity(<JobStateCard />, { api });
    expect(
      await screen.findByRole('heading', { name: 'production' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'staging' }),
    ).toBeInTheDocument();
  });

  it('says that no engine runs the job, or why nothing is known', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [];
    await renderOnEntity(<JobStateCard />, { api });
    expect(
      await screen.findByText('No engine runs this job yet.'),
    ).toBeInTheDocument();
  });
});
