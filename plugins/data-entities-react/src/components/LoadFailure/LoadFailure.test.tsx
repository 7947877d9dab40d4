import { fireEvent, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { LoadFailure, StaleNotice } from './index';

const refused = Object.assign(new Error('Request failed with 403'), {
  body: { error: { message: 'The permission is needed.' } },
});

describe('LoadFailure', () => {
  it('says what failed in the words of who refused, and tries again', async () => {
    const onRetry = jest.fn();
    renderInTestApp(
      <LoadFailure title="No jobs." error={refused} onRetry={onRetry} />,
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('No jobs.');
    expect(alert).toHaveTextContent('The permission is needed.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});

describe('StaleNotice', () => {
  const query = { dataUpdatedAt: Date.now() - 300_000, refetch: jest.fn() };

  it('says since when nothing new came', async () => {
    renderInTestApp(
      <StaleNotice
        query={{ ...query, error: refused, data: [] }}
        title={when => <>Loaded {when}.</>}
      />,
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Loaded 5 minutes ago.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(query.refetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['all is well', { error: null, data: [] }],
    ['there is nothing to be stale', { error: refused, data: undefined }],
  ])('is silent while %s', async (_when, state) => {
    renderInTestApp(
      <>
        <StaleNotice query={{ ...query, ...state }} title={() => 'Stale'} />
        <p>rest</p>
      </>,
    );
    expect(await screen.findByText('rest')).toBeInTheDocument();
    expect(screen.queryByText('Stale')).toBeNull();
  });
});
