import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { asked, openDialog, press } from '../../__testUtils__/openVerbDialog';
import { FakeDataJobsApi } from '../../testing';
import { operationPreview } from '../../testing/operationPreview';

describe('outcome of a verb', () => {
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
