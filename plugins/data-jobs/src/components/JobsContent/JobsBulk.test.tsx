import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import {
  deployment,
  FakeDataJobsApi,
  jobDetail,
  observation,
} from '../../testing';
import { JobsContent } from './JobsContent';

const address = () => screen.getByTestId('location').textContent;

function threeJobs() {
  const api = new FakeDataJobsApi();
  api.jobs = ['job-a', 'job-b', 'job-c'].map((name, index) =>
    jobDetail({
      name,
      title: undefined,
      system: 'system:default/shop',
      deployments: [
        deployment({
          entityRef: `datajob:default/${name}`,
          observation: observation({
            state: index === 2 ? 'finished' : 'running',
          }),
        }),
      ],
    }),
  );
  return api;
}

const choose = async (name: RegExp) =>
  userEvent.click(
    within(await screen.findByRole('row', { name })).getByRole('checkbox'),
  );

jest.setTimeout(120_000);

describe('verbs on many jobs', () => {
  it('says what will happen to each, asks once, and shows how it goes', async () => {
    const api = threeJobs();
    await renderPart(<JobsContent />, { api });
    await choose(/job-a/);
    await choose(/job-c/);
    const bar = screen.getByRole('group', { name: 'Chosen jobs' });
    expect(bar).toHaveTextContent('2 jobs chosen');
    await userEvent.click(within(bar).getByRole('button', { name: 'Suspend' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Suspend: several jobs',
    });
    const will = await within(dialog).findByRole('region', {
      name: 'What will happen to 1 job',
    });
    expect(will).toHaveTextContent('A savepoint is taken, then the run ends.');
    expect(
      within(dialog).getByRole('region', { name: '1 job is left out' }),
    ).toHaveTextContent('It does not run.');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Suspend: 1 job' }),
    );
    await waitFor(() => expect(address()).toBe('/?bulk=bulk-1'));
    expect(api.bulk.requests).toEqual([
      {
        verb: 'suspend',
        targets: [
          { entityRef: 'datajob:default/job-a', environment: 'default' },
        ],
      },
    ]);
    expect(
      await screen.findByText(
        'Suspend of several jobs: 0 done, 0 not, 1 to go',
      ),
    ).toBeInTheDocument();
    api.endOperation(api.operations[0].id);
    expect(
      await screen.findByText(
        'Suspend of several jobs: 1 done, 0 not, 0 to go',
        {},
        { timeout: 5000 },
      ),
    ).toBeInTheDocument();
  });

  it('takes all that match, and wants a word where state is lost', async () => {
    const api = threeJobs();
    api.bulk.losesState = 'State since the last checkpoint is lost.';
    await renderPart(<JobsContent />, { api, path: '/?size=10&q=job' });
    await choose(/job-b/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose all 3 that match' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = await within(dialog).findByRole('button', {
      name: 'Stop: 2 jobs',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Type 2 to confirm/ }),
      '2',
    );
    await userEvent.click(confirm);
    await waitFor(() => expect(api.bulk.requests).toHaveLength(1));
    expect(api.bulk.requests[0]).toMatchObject({
      verb: 'stop',
      params: { withSavepoint: true },
      acceptStateLoss: true,
      targets: [{ entityRef: 'datajob:default/job-a' }, {}],
    });
  });

  it('keeps columns for the viewer', async () => {
    const api = threeJobs();
    await renderPart(<JobsContent />, { api, path: '/?mine=true&sort=health' });
    await screen.findByRole('row', { name: /job-a/ });
    expect(api.queries[0]).toMatchObject({ mine: true, sort: 'health' });
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'System' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('columnheader', { name: /System/ }),
    ).toBeInTheDocument();
  });

  it('keeps views for the viewer: filters, sort and columns', async () => {
    await renderPart(<JobsContent />, {
      api: threeJobs(),
      path: '/?mine=true&columns=owner,system',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Views' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /Save or delete/ }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Save what/ }),
      'Mine',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save view' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(address()).not.toContain('mine'));
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Mine' }),
    );
    await waitFor(() => expect(address()).toContain('mine=true'));
    expect(address()).toContain('system');
  });
});
