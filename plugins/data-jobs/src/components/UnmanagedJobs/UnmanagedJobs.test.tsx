import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { UnmanagedJob } from '@datalark/backstage-plugin-data-jobs-common';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { FakeDataJobsApi, unmanagedJob } from '../../testing';
import { UnmanagedJobs } from './UnmanagedJobs';

const render = async (candidates: UnmanagedJob['candidates'] = []) => {
  const api = new FakeDataJobsApi();
  api.unmanaged = [unmanagedJob({ candidates })];
  await renderPart(
    <DataJobsQueryProvider>
      <UnmanagedJobs />
    </DataJobsQueryProvider>,
    { api },
  );
  return {
    api,
    button: await screen.findByRole('button', { name: 'Take on sales' }),
  };
};

describe('UnmanagedJobs', () => {
  it('takes a job on as a new one', async () => {
    const { api, button } = await render();
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Take on' });
    expect(submit).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Owner' }),
      'group:default/shop',
    );
    await userEvent.click(submit);
    expect(api.adopted).toEqual([
      {
        engine: 'flink',
        engineJobId: 'f1',
        name: 'sales',
        owner: 'group:default/shop',
      },
    ]);
  });

  it('takes a job on as the run of a declared one', async () => {
    const declared = {
      entityRef: 'datajob:default/sales',
      environment: 'default',
    };
    const { api, button } = await render([declared]);
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take on' }),
    );
    expect(api.adopted).toEqual([
      { engine: 'flink', engineJobId: 'f1', ...declared },
    ]);
  });
});
