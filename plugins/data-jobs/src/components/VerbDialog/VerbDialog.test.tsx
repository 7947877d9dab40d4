import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chooseOption } from '../../__testUtils__/renderDataJobs';
import { FakeLineage } from '../../__testUtils__/FakeLineage';
import {
  asked,
  openDialog,
  press,
  suspended,
  typeName,
} from '../../__testUtils__/openVerbDialog';
import {
  deployment,
  FakeDataJobsApi,
  jobDetail,
  snapshot,
} from '../../testing';

describe('VerbDialog', () => {
  it('deploys over the running version, with a reason', async () => {
    const { api, dialog, ui } = await openDialog('deploy');
    expect(dialog).toHaveAccessibleName('Deploy: Orders enriched');
    expect(dialog).toHaveTextContent(
      'The running version 2 is replaced by version 2 on flink-local.',
    );
    expect(dialog).toHaveTextContent('a savepoint is taken first');
    await userEvent.type(ui.getByRole('textbox', { name: 'Reason' }), 'Fix');
    await press(ui, 'Deploy');
    await waitFor(() =>
      expect(api.requests).toEqual([
        {
          entityRef: 'datajob:default/orders',
          environment: 'default',
          verb: 'deploy',
          params: {},
          reason: 'Fix',
        },
      ]),
    );
  });

  it('deploys a change that others depend on only with a reason', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [
      jobDetail({ deployments: [deployment({ deployedVersion: 1 })] }),
    ];
    const lineage = FakeLineage.reviewed({
      approvers: [],
      reasonSuffices: true,
    });
    const { ui } = await openDialog('deploy', api, lineage);
    expect(await ui.findByText('Lineage of the change')).toBeInTheDocument();
    expect(lineage.request).toMatchObject({
      definition: { sql: expect.stringContaining('amount > 10') },
      before: { definition: { sql: expect.not.stringContaining('amount') } },
    });
    expect(ui.getByText(/a reason is required/)).toBeInTheDocument();
    expect(ui.getByRole('button', { name: 'Deploy' })).toBeDisabled();
    await userEvent.type(ui.getByRole('textbox', { name: /^Reason/ }), 'Told');
    await press(ui, 'Deploy');
    await waitFor(() => expect(api.requests[0]?.reason).toBe('Told'));
  });

  it('has no lineage to show when the deployed version is deployed again', async () => {
    const lineage = new FakeLineage({ status: 'waiting' });
    const { ui } = await openDialog('deploy', undefined, lineage);
    await waitFor(() =>
      expect(ui.getByRole('button', { name: 'Deploy' })).toBeEnabled(),
    );
    expect(lineage.request).toBeUndefined();
  });

  it('deploys clean only when the name is typed', async () => {
    const { api, dialog, ui } = await openDialog('deploy');
    await userEvent.click(
      ui.getByRole('checkbox', { name: 'Forget all state and start clean' }),
    );
    expect(dialog).toHaveTextContent('All state is lost');
    const submit = ui.getByRole('button', { name: 'Deploy' });
    expect(submit).toBeDisabled();
    await typeName(ui);
    await userEvent.click(submit);
    await waitFor(() =>
      expect(asked(api)).toEqual({ verb: 'deploy', params: { clean: true } }),
    );
  });

  it('stops with a savepoint unless asked not to, which loses state', async () => {
    const { api, dialog, ui } = await openDialog('stop');
    expect(dialog).toHaveTextContent('State is kept in the new savepoint.');
    expect(ui.getByRole('button', { name: 'Stop' })).toBeEnabled();
    await userEvent.click(
      ui.getByRole('radio', { name: 'At once, without a savepoint' }),
    );
    expect(dialog).toHaveTextContent(
      /Everything since the savepoint taken \d minutes ago from version 2 is lost/,
    );
    expect(ui.getByRole('button', { name: 'Stop' })).toBeDisabled();
    await typeName(ui);
    await press(ui, 'Stop');
    await waitFor(() =>
      expect(asked(api)).toEqual({
        verb: 'stop',
        params: { withSavepoint: false },
      }),
    );
  });

  it('drains when asked to', async () => {
    const { api, ui } = await openDialog('stop');
    await userEvent.click(ui.getByRole('radio', { name: /drain/ }));
    await press(ui, 'Stop');
    await waitFor(() =>
      expect(asked(api).params).toEqual({ withSavepoint: true, drain: true }),
    );
  });

  it('suspends', async () => {
    const { api, dialog, ui } = await openDialog('suspend');
    expect(dialog).toHaveTextContent('Resume goes on from that savepoint.');
    await press(ui, 'Suspend');
    await waitFor(() =>
      expect(asked(api)).toEqual({ verb: 'suspend', params: {} }),
    );
  });

  it('resumes from the restore point', async () => {
    const { api, dialog, ui } = await openDialog('resume', suspended());
    expect(dialog).toHaveTextContent(
      /State is kept: it starts from the savepoint taken \d minutes ago/,
    );
    await press(ui, 'Resume');
    await waitFor(() =>
      expect(asked(api)).toEqual({ verb: 'resume', params: {} }),
    );
  });

  it('warns when there is nothing to resume from', async () => {
    const api = suspended();
    api.jobs = [{ ...api.jobs[0], restorePoints: {} }];
    const { dialog, ui } = await openDialog('resume', api);
    expect(dialog).toHaveTextContent('There is no snapshot to go on from');
    expect(ui.getByRole('button', { name: 'Resume' })).toBeDisabled();
  });

  it('restarts', async () => {
    const { api, ui } = await openDialog('restart');
    expect(
      ui.getByRole('checkbox', { name: 'Take a savepoint first' }),
    ).toBeChecked();
    await press(ui, 'Restart');
    await waitFor(() =>
      expect(asked(api)).toEqual({
        verb: 'restart',
        params: { withSavepoint: true },
      }),
    );
  });

  it('takes a savepoint', async () => {
    const { api, dialog, ui } = await openDialog('savepoint');
    expect(dialog).toHaveTextContent('The job keeps running.');
    await press(ui, 'Take savepoint');
    await waitFor(() =>
      expect(asked(api)).toEqual({ verb: 'savepoint', params: {} }),
    );
  });

  it('restores from a snapshot or a location', async () => {
    const api = new FakeDataJobsApi();
    api.snapshots = {
      status: 'ok',
      observedAt: new Date().toISOString(),
      value: [snapshot(), snapshot({ id: 'cp-7', kind: 'checkpoint' })],
    };
    const { dialog, ui } = await openDialog('restore', api);
    expect(ui.getByRole('button', { name: 'Restore' })).toBeDisabled();
    expect(dialog).toHaveTextContent('Choose a snapshot first.');
    await userEvent.click(ui.getByRole('button', { name: /Snapshot$/ }));
    await chooseOption(/^Checkpoint/);
    expect(dialog).toHaveTextContent(/Everything since the checkpoint/);
    await typeName(ui);
    await press(ui, 'Restore');
    await waitFor(() =>
      expect(asked(api)).toEqual({
        verb: 'restore',
        params: { snapshot: 'cp-7' },
      }),
    );
  });

  it('rolls back to the version before', async () => {
    const { api, dialog, ui } = await openDialog('rollback');
    expect(dialog).toHaveTextContent(
      'Version 1 is deployed again in place of version 2.',
    );
    await press(ui, 'Roll back');
    await waitFor(() =>
      expect(asked(api)).toEqual({ verb: 'rollback', params: { version: 1 } }),
    );
  });

  it('deletes only when the name is typed', async () => {
    const { api, dialog, ui } = await openDialog('delete');
    expect(dialog).toHaveTextContent('the portal forgets the job');
    expect(ui.getByRole('button', { name: 'Delete' })).toBeDisabled();
    const name = await ui.findByRole('textbox', {
      name: 'Type orders to confirm',
    });
    await userEvent.type(name, 'order');
    expect(ui.getByRole('button', { name: 'Delete' })).toBeDisabled();
    await userEvent.type(name, 's');
    await press(ui, 'Delete');
    await waitFor(() =>
      expect(asked(api)).toEqual({
        verb: 'delete',
        params: { withSavepoint: true },
      }),
    );
  });
});
