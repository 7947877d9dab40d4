import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { chooseOption, renderPart } from '../../__testUtils__/renderDataJobs';
import { FakeLineage } from '../../__testUtils__/FakeLineage';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { toSummary } from '../../logic/toSummary';
import {
  deployment,
  FakeDataJobsApi,
  jobDetail,
  observation,
  snapshot,
} from '../../testing';
import { operationPreview } from '../../testing/operationPreview';
import { useVerbDialog, VerbDialogProvider } from './VerbDialogProvider';

function Opener(props: { api: FakeDataJobsApi; verb: Verb }) {
  const open = useVerbDialog();
  const [job] = props.api.jobs;
  return (
    <button
      onClick={() =>
        open({ verb: props.verb, job: toSummary(job, job.deployments[0]) })
      }
    >
      Open
    </button>
  );
}

async function openDialog(
  verb: Verb,
  api = new FakeDataJobsApi(),
  lineage?: FakeLineage,
) {
  await renderPart(
    <DataJobsQueryProvider>
      <VerbDialogProvider>
        <Opener api={api} verb={verb} />
      </VerbDialogProvider>
    </DataJobsQueryProvider>,
    { api, lineage },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Open' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('textbox', { name: /^Reason/ });
  return { api, dialog, ui: within(dialog) };
}

const press = async (
  ui: Awaited<ReturnType<typeof openDialog>>['ui'],
  name: string,
) => {
  const button = ui.getByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
};

const typeName = async (ui: Awaited<ReturnType<typeof openDialog>>['ui']) =>
  userEvent.type(
    await ui.findByRole('textbox', { name: 'Type orders to confirm' }),
    'orders',
  );

const suspended = () => {
  const api = new FakeDataJobsApi();
  api.jobs = [
    jobDetail({
      deployments: [
        deployment({
          desired: 'suspended',
          observation: observation({ state: 'suspended' }),
        }),
      ],
    }),
  ];
  return api;
};

const asked = (api: FakeDataJobsApi) => ({
  verb: api.requests[0]?.verb,
  params: api.requests[0]?.params,
});

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

  it('says what will happen before anything does', async () => {
    const api = new FakeDataJobsApi();
    api.preview = {
      warnings: ['The newest snapshot is old.'],
      refusal: { message: 'There is no checkpoint to start from.' },
    };
    const { ui } = await openDialog('restart', api);
    const preview = await ui.findByRole('region', { name: 'What will happen' });
    const steps = within(preview).getByRole('list', { name: 'Steps' });
    expect(within(steps).getAllByRole('listitem')).toHaveLength(2);
    expect(steps).toHaveTextContent('Look at the jobIt is running.');
    expect(preview).toHaveTextContent(/From the savepoint taken/);
    expect(preview).toHaveTextContent(
      'It took about 4 sec (middle of 3 times).',
    );
    expect(preview).toHaveTextContent('The newest snapshot is old.');
    expect(preview).toHaveTextContent('There is no checkpoint to start from.');
    expect(api.requests).toEqual([]);
  });

  it('forces a choice when the state does not fit', async () => {
    const api = new FakeDataJobsApi();
    const verdict = 'needs-clean-start' as const;
    api.previewOperation = async request =>
      operationPreview(api.jobs[0], request, {
        choiceNeeded: !Object.keys(request.params ?? {}).length,
        compatibility: {
          verdict,
          basis: 'plan',
          fromVersion: 1,
          toVersion: 2,
          reasons: [{ verdict, message: 'GroupAggregate changes its key.' }],
        },
      });
    const { dialog, ui } = await openDialog('deploy', api);
    await ui.findByText('The state does not fit the new definition');
    expect(dialog).toHaveTextContent('GroupAggregate changes its key.');
    const submit = ui.getByRole('button', { name: 'Deploy' });
    expect(submit).toBeDisabled();
    await userEvent.click(ui.getByRole('radio', { name: /drop the rest/ }));
    await waitFor(() => expect(submit).toBeEnabled());
    await userEvent.click(submit);
    await waitFor(() =>
      expect(asked(api).params).toEqual({ allowNonRestoredState: true }),
    );
    expect(
      await ui.findByText(/Anyone can watch it in the history/),
    ).toBeInTheDocument();
  });

  it('shows every step until the end', async () => {
    const { api, dialog, ui } = await openDialog('suspend');
    await press(ui, 'Suspend');
    const steps = await ui.findByRole('list', { name: 'Steps' });
    expect(steps).toHaveTextContent('Ask the engineunder way');
    expect(ui.getByRole('status')).toHaveTextContent(
      'Suspend: Under way. Ask the engine: under way',
    );
    act(() => api.endOperation('op-2'));
    await waitFor(() => expect(ui.getByText('Suspended')).toBeInTheDocument());
    expect(steps).toHaveTextContent('Ask the enginedone');
    await userEvent.click(
      ui.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement,
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('shows where a definition is wrong when a deploy fails', async () => {
    const { api, dialog, ui } = await openDialog('deploy');
    await press(ui, 'Deploy');
    await ui.findByRole('list', { name: 'Steps' });
    act(() =>
      api.endOperation('op-2', {
        state: 'failed',
        error: {
          message: 'Flink refused the definition.',
          problems: [
            {
              severity: 'error',
              message: "Object 'orders' not found",
              remedy: 'Create the table first',
              statement: 2,
              line: 3,
              column: 15,
            },
          ],
        },
      }),
    );
    await waitFor(() =>
      expect(dialog).toHaveTextContent('Flink refused the definition.'),
    );
    expect(dialog).toHaveTextContent('Statement 2, line 3, column 15');
    expect(dialog).toHaveTextContent("Object 'orders' not found");
    expect(dialog).toHaveTextContent('What to do: Create the table first');
  });

  it('tells the end in a message when the dialog was closed before', async () => {
    const { api, dialog, ui } = await openDialog('savepoint');
    await press(ui, 'Take savepoint');
    await userEvent.click(
      await ui.findByRole('button', { name: 'Close; it goes on without you' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    act(() => api.endOperation('op-2'));
    expect(
      await screen.findByText('Savepoint taken: Orders enriched'),
    ).toBeInTheDocument();
  });

  it('says why a request was refused and keeps the form', async () => {
    const api = new FakeDataJobsApi();
    api.refusal = new Error('Another operation is under way');
    const { ui } = await openDialog('suspend', api);
    await press(ui, 'Suspend');
    expect(await ui.findByRole('alert')).toHaveTextContent(
      'Another operation is under way',
    );
    expect(ui.getByRole('button', { name: 'Suspend' })).toBeEnabled();
  });
});
