import { EditorView } from '@codemirror/view';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  chooseOption,
  renderOnEntity,
} from '../../__testUtils__/renderDataJobs';
import { FakeDataJobsApi, jobDetail } from '../../testing';
import { JobEntityContent } from '../JobEntityContent';

const render = (api = new FakeDataJobsApi()) =>
  renderOnEntity(<JobEntityContent />, { path: '/?tab=definition', api });

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
