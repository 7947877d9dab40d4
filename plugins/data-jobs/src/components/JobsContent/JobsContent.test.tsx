import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  chooseOption,
  renderDataJobs,
  renderPart,
} from '../../__testUtils__/renderDataJobs';
import {
  deployment,
  FakeDataJobsApi,
  jobDetail,
  observation,
} from '../../testing';
import { JobsContent } from './JobsContent';

function manyJobs(count: number) {
  const api = new FakeDataJobsApi();
  api.jobs = Array.from({ length: count }, (_, index) =>
    jobDetail({
      name: `job-${String(index).padStart(2, '0')}`,
      title: undefined,
    }),
  );
  return api;
}

const address = () => screen.getByTestId('location').textContent;

describe('JobsContent', () => {
  it('shows as a page what each job is, who owns it and how it does', async () => {
    renderDataJobs('/data-jobs');
    const row = await screen.findByRole('row', { name: /Orders enriched/ });
    expect(
      within(row).getByRole('link', { name: 'Orders enriched' }),
    ).toHaveAttribute('href', '/catalog/default/datajob/orders');
    expect(
      within(row).getByRole('link', { name: 'data-platform' }),
    ).toHaveAttribute('href', '/catalog/default/group/data-platform');
    expect(within(row).getByText('flink-local')).toBeInTheDocument();
    expect(within(row).getByText('Healthy')).toBeInTheDocument();
    expect(row).toHaveTextContent(/Deployed by guest [45] minutes ago/);
    expect(
      screen.getByRole('link', { name: 'Create pipeline' }),
    ).toHaveAttribute('href', '/create');
    expect(
      screen.queryByRole('columnheader', { name: /Environment/ }),
    ).not.toBeInTheDocument();
  });

  it('asks for what the address says', async () => {
    const api = await renderPart(<JobsContent />, {
      path: '/?q=ord&owner=group:default/a&owner=group:default/b&type=flink-sql&engine=e1&desired=running&observed=failed&observed=nonsense&health=degraded&sort=lastChange&order=desc&offset=20&size=10',
    });
    await waitFor(() => expect(api.queries.length).toBeGreaterThan(0));
    expect(api.queries[0]).toEqual({
      text: 'ord',
      owner: ['group:default/a', 'group:default/b'],
      type: ['flink-sql'],
      engine: ['e1'],
      desired: ['running'],
      observed: ['failed'],
      health: ['degraded'],
      sort: 'lastChange',
      order: 'desc',
      limit: 10,
      offset: 20,
    });
  });

  it('keeps filters in the address', async () => {
    await renderPart(<JobsContent />, { path: '/?offset=20' });
    await userEvent.click(
      await screen.findByRole('button', { name: /State$/ }),
    );
    await chooseOption('Failed');
    await waitFor(() => expect(address()).toBe('/?observed=failed'));
    await userEvent.keyboard('{Escape}');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'ord',
    );
    await waitFor(() => expect(address()).toBe('/?q=ord&observed=failed'));
    expect(
      await screen.findByText('No job matches these filters.'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(() => expect(address()).toBe('/'));
    expect(
      await screen.findByRole('row', { name: /Orders enriched/ }),
    ).toBeInTheDocument();
  });

  it('turns pages and sorts on the server', async () => {
    const api = await renderPart(<JobsContent />, {
      api: manyJobs(12),
      path: '/?size=10',
    });
    await screen.findByRole('row', { name: /job-00/ });
    expect(screen.getByText('1 to 10 of 12')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await screen.findByRole('row', { name: /job-11/ });
    expect(address()).toBe('/?offset=10&size=10');
    await userEvent.click(screen.getByRole('columnheader', { name: /Name/ }));
    await waitFor(() => expect(address()).toBe('/?order=desc&size=10'));
    await screen.findByRole('row', { name: /job-11/ });
    expect(api.queries.at(-1)).toEqual({
      sort: 'name',
      order: 'desc',
      limit: 10,
      offset: 0,
    });
  });

  it('names the environment where there are several, and what was last known', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [
      jobDetail({
        deployments: [
          deployment(),
          deployment({
            environment: 'staging',
            observation: observation({
              state: 'unknown',
              health: {
                state: 'unknown',
                reasons: [
                  {
                    code: 'engine-unreachable',
                    message: 'flink-local does not answer',
                  },
                  { code: 'desired-differs', message: 'It should run' },
                ],
              },
              lastKnown: {
                state: 'running',
                observedAt: new Date(Date.now() - 125_000).toISOString(),
              },
            }),
            lastChange: {
              at: new Date(Date.now() - 305_000).toISOString(),
              by: 'user:default/guest',
              verb: 'suspend',
              state: 'failed',
              operationId: 'op-9',
            },
          }),
        ],
      }),
    ];
    await renderPart(<JobsContent />, { api });
    const row = (
      await screen.findByText(/flink-local does not answer/)
    ).closest('[role="row"]') as HTMLElement;
    expect(row).toHaveTextContent('staging');
    expect(row).toHaveTextContent('last known: Running, 2 minutes ago');
    expect(row).toHaveTextContent('flink-local does not answer');
    expect(row).toHaveTextContent(
      'Suspend failed, asked for by guest 5 minutes ago',
    );
    expect(row).not.toHaveTextContent('It should run');
    await userEvent.click(
      within(row).getByRole('button', { name: 'and 1 more reason' }),
    );
    expect(row).toHaveTextContent('It should run');
  });

  it('says what to do when there is no job', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [];
    await renderPart(<JobsContent />, { api });
    expect(
      await screen.findByText('There are no data jobs yet.'),
    ).toBeInTheDocument();
  });

  it('says why the list could not be loaded, and tries again', async () => {
    const api = new FakeDataJobsApi();
    const listJobs = jest
      .spyOn(api, 'listJobs')
      .mockRejectedValue(
        Object.assign(new Error('Database is gone'), { statusCode: 400 }),
      );
    await renderPart(<JobsContent />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Database is gone',
    );
    listJobs.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('row', { name: /Orders enriched/ }),
    ).toBeInTheDocument();
  });

  it('keeps an old list in sight and says that it is old', async () => {
    const api = new FakeDataJobsApi();
    await renderPart(<JobsContent />, { api });
    await screen.findByRole('row', { name: /Orders enriched/ });
    jest
      .spyOn(api, 'listJobs')
      .mockRejectedValue(
        Object.assign(new Error('Too many questions'), { statusCode: 429 }),
      );
    expect(await screen.findByText('Too many questions')).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /Orders enriched/ }),
    ).toBeInTheDocument();
  });

  it('offers in a menu what can be done and why the rest cannot', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [jobDetail({ origin: 'git' })];
    await renderPart(<JobsContent />, {
      api,
      deny: ['data-jobs.job.restart'],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions of Orders enriched' }),
    );
    const menu = await screen.findByRole('menu');
    await waitFor(() =>
      expect(
        within(menu).getByRole('menuitem', { name: /Suspend/ }),
      ).not.toHaveAttribute('aria-disabled'),
    );
    const disabled = (name: RegExp, why: string) => {
      const item = within(menu).getByRole('menuitem', { name });
      expect(item).toHaveAttribute('aria-disabled', 'true');
      expect(item).toHaveTextContent(why);
    };
    disabled(/Resume/, 'The job runs.');
    disabled(/Restart/, 'You may not do this.');
    disabled(/Delete/, 'The job comes from Git: remove it there.');
    await userEvent.click(
      within(menu).getByRole('menuitem', { name: /Suspend/ }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Suspend: Orders enriched' }),
    ).toBeInTheDocument();
  });
});
