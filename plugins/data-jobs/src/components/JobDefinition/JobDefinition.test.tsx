import { EditorView } from '@codemirror/view';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  chooseOption,
  renderOnEntity,
} from '../../__testUtils__/renderDataJobs';
import { FakeLineage } from '../../__testUtils__/FakeLineage';
import { deployment, FakeDataJobsApi, jobDetail } from '../../testing';
import { JobEntityContent } from '../JobEntityContent';

const render = (api = new FakeDataJobsApi(), lineage?: FakeLineage) =>
  renderOnEntity(<JobEntityContent />, {
    path: '/?tab=definition',
    api,
    lineage,
  });

/** Opens the editor and writes another text. */
async function writeAnother(text: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = within(await screen.findByRole('dialog'));
  const editor = await dialog.findByRole('textbox', { name: 'Definition' });
  const view = EditorView.findFromDOM(editor as HTMLElement)!;
  act(() =>
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
    }),
  );
  return dialog;
}

describe('JobDefinition', () => {
  it('shows a version, compares it with another and rolls back to it', async () => {
    const api = await render();
    const shown = await screen.findByRole('textbox', {
      name: 'Flink SQL of version 2',
    });
    expect(shown).toHaveTextContent('WHERE amount > 10');
    await userEvent.click(
      screen.getByRole('button', { name: /Compare with$/ }),
    );
    await chooseOption(/^Version 1/);
    const diff = await screen.findByRole('textbox', {
      name: 'Flink SQL: version 1 against version 2',
    });
    expect(diff.querySelector('.cm-changedLine')).toHaveTextContent(
      'SELECT id FROM orders',
    );
    expect(diff.querySelector('.cm-deletedChunk')).toHaveTextContent(
      'SELECT id FROM orders;',
    );
    expect(
      screen.getByRole('textbox', {
        name: 'Settings: version 1 against version 2',
      }),
    ).toHaveTextContent('"parallelism": 2');
    await userEvent.click(
      screen.getByRole('button', { name: /Show version$/ }),
    );
    await chooseOption(/^Version 1/);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Roll back to version 1' }),
    );
    const dialog = await screen.findByRole('dialog', { name: /^Roll back/ });
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Roll back' }),
    );
    await waitFor(() =>
      expect(api.requests[0]).toMatchObject({
        verb: 'rollback',
        params: { version: 1 },
      }),
    );
  });

  it('checks and saves another definition', async () => {
    const api = new FakeDataJobsApi();
    api.problems = [
      { severity: 'error', message: 'No such table', line: 1, column: 4 },
    ];
    await render(api);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Edit the definition',
    });
    const editor = await within(dialog).findByRole('textbox', {
      name: 'Definition',
    });
    expect(
      within(dialog).getByRole('button', { name: 'Save and deploy' }),
    ).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Check' }),
    );
    expect(
      await within(dialog).findByText('1 problem was found.'),
    ).toBeInTheDocument();
    expect(dialog).toHaveTextContent('Line 1, column 4');
    expect(dialog).toHaveTextContent('No such table');

    const view = EditorView.findFromDOM(editor as HTMLElement)!;
    act(() =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: 'SELECT 1;' },
      }),
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'What changed' }),
      'Simpler',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save and deploy' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.updates).toEqual([
      {
        title: 'Orders enriched',
        description: 'Orders joined with customers',
        message: 'Simpler',
        deploy: true,
        spec: expect.objectContaining({ definition: { sql: 'SELECT 1;' } }),
      },
    ]);
    expect(
      await screen.findByRole('textbox', { name: /^Flink SQL of version/ }),
    ).toBeInTheDocument();
  });

  it('shows what becomes of the lineage of the deployed version, and asks for a reason', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [
      jobDetail({ deployments: [deployment({ deployedVersion: 1 })] }),
    ];
    const lineage = FakeLineage.reviewed({
      approvers: [],
      reasonSuffices: true,
    });
    await render(api, lineage);
    const dialog = await writeAnother('SELECT 1;');
    expect(
      await dialog.findByText('Lineage of the change'),
    ).toBeInTheDocument();
    expect(lineage.request).toEqual({
      entityRef: 'datajob:default/orders',
      definition: { type: 'flink-sql', sql: 'SELECT 1;' },
      before: {
        definition: {
          type: 'flink-sql',
          sql: 'INSERT INTO sink\nSELECT id FROM orders;',
        },
      },
    });
    const deploy = dialog.getByRole('button', { name: 'Save and deploy' });
    expect(deploy).toBeDisabled();
    expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /^What changed/ }),
      'Agreed with analytics',
    );
    await userEvent.click(deploy);
    await waitFor(() =>
      expect(api.updates).toEqual([
        expect.objectContaining({
          deploy: true,
          message: 'Agreed with analytics',
        }),
      ]),
    );
  });

  it('lets somebody who may not approve a change save it only', async () => {
    await render(
      undefined,
      FakeLineage.reviewed({
        approvers: ['group:default/analytics'],
        reasonSuffices: false,
      }),
    );
    const dialog = await writeAnother('SELECT 1;');
    expect(
      await dialog.findByText(/Somebody who may approve it has to deploy/),
    ).toBeInTheDocument();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /^What changed/ }),
      'Please',
    );
    expect(
      dialog.getByRole('button', { name: 'Save and deploy' }),
    ).toBeDisabled();
    expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
  });

  it('leaves the definition of a job from Git to Git', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [jobDetail({ origin: 'git' })];
    await render(api);
    expect(
      await screen.findByText(/This definition lives in Git/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });
});
