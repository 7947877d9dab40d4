import { screen, waitFor } from '@testing-library/react';
import { ChangePreviewState } from '@datalark/backstage-plugin-data-lineage-react';
import { renderOnEntity } from '../../__testUtils__/renderLineage';
import { FakeDataLineageApi } from '../../testing';
import { ChangePreviewPanel } from './ChangePreviewPanel';

const request = { definition: { type: 'flink-sql', sql: 'SELECT 1' } };

function render(api: FakeDataLineageApi, asked = true) {
  const states: ChangePreviewState[] = [];
  const hear = (state: ChangePreviewState) => states.push(state);
  renderOnEntity(
    <div data-testid="place">
      <ChangePreviewPanel
        request={asked ? request : undefined}
        debounce={0}
        onState={hear}
      />
    </div>,
    { api },
  );
  return states;
}

const refusal = (name: string) =>
  Object.assign(new Error('404'), { statusCode: 404, cause: { name } });

describe('ChangePreviewPanel', () => {
  it('shows what changes, and tells its page', async () => {
    const api = new FakeDataLineageApi();
    const states = render(api);
    expect(
      await screen.findByRole('region', {
        name: 'What changes in the lineage',
      }),
    ).toHaveTextContent('The column country vanishes and others read it.');
    expect(states.at(-1)).toEqual({ status: 'known', preview: api.preview });
    expect(states[0]).toEqual({ status: 'waiting' });
  });

  it('is empty while there is nothing to ask', async () => {
    const states = render(new FakeDataLineageApi(), false);
    await waitFor(() => expect(states).toEqual([{ status: 'unknown' }]));
    expect(screen.getByTestId('place')).toBeEmptyDOMElement();
  });

  it('is empty in a portal without the back end', async () => {
    const api = new FakeDataLineageApi();
    api.failure = refusal('Error');
    const states = render(api);
    await waitFor(() => expect(states.at(-1)).toEqual({ status: 'unknown' }));
    expect(screen.getByTestId('place')).toBeEmptyDOMElement();
  });

  it('says why there is no answer, and holds nothing up', async () => {
    const api = new FakeDataLineageApi();
    api.failure = refusal('NotFoundError');
    const states = render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The lineage of this definition could not be worked out.',
    );
    expect(states.at(-1)).toEqual({ status: 'unknown' });
  });
});
