import { EditorView } from '@codemirror/view';
import { act, screen, waitFor } from '@testing-library/react';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import { FlinkSqlEditor } from './FlinkSqlEditor';

describe('FlinkSqlEditor', () => {
  it('can be written in, and has a name', async () => {
    const changes: string[] = [];
    await renderPart(
      <FlinkSqlEditor
        label="Definition"
        value="SELECT 1"
        onChange={value => changes.push(value)}
      />,
    );
    const editor = await screen.findByRole('textbox', { name: 'Definition' });
    const view = EditorView.findFromDOM(editor)!;
    act(() => view.dispatch({ changes: { from: 8, insert: ';' } }));
    expect(changes).toEqual(['SELECT 1;']);
    expect(view.state.readOnly).toBe(false);
  });

  it('says where the parser stumbles while it is written in', async () => {
    await renderPart(
      <FlinkSqlEditor
        label="Definition"
        value={'INSERT INTO a SELECT 1;\nSELEC x;'}
        onChange={() => {}}
      />,
    );
    expect(
      await screen.findByText(/^1 problem\. Line 2, column 1: .*SELEC/),
    ).toBeInTheDocument();
    const editor = screen.getByRole('textbox', { name: 'Definition' });
    expect(editor.querySelector('.cm-lintRange-error')).toHaveTextContent(
      'SELEC',
    );
    const view = EditorView.findFromDOM(editor)!;
    act(() => view.dispatch({ changes: { from: 29, insert: 'T' } }));
    await waitFor(() => expect(screen.queryByText(/problem/)).toBeNull());
  });

  it('can be read only', async () => {
    await renderPart(<FlinkSqlEditor label="Definition" value="SELECT 1" />);
    const editor = await screen.findByRole('textbox', { name: 'Definition' });
    expect(EditorView.findFromDOM(editor)!.state.readOnly).toBe(true);
  });
});
