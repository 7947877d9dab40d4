import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { FakeDataJobsApi } from '../../testing';
import { JobMetrics } from './JobMetrics';

jest.mock('../TimeSeriesChart/ChartCanvas', () => ({
  __esModule: true,
  default: () => <div data-testid="canvas" />,
}));

const TARGET = { entityRef: 'datajob:default/orders', environment: 'default' };

function render(api = new FakeDataJobsApi(), path = '/') {
  return renderPart(
    <DataJobsQueryProvider>
      <JobMetrics target={TARGET} />
    </DataJobsQueryProvider>,
    { api, path },
  );
}

function measured() {
  const api = new FakeDataJobsApi();
  const from = Date.now() - 120_000;
  api.metricHistory = {
    from: new Date(from).toISOString(),
    to: new Date().toISOString(),
    stepMs: 30_000,
    times: [0, 1, 2, 3].map(step => from + step * 30_000),
    series: [
      { name: 'recordsReadRate', unit: 'records/s', values: [5, null, 7, 9] },
      { name: 'busy', unit: 'ratio', values: [0.1, 0.2, 0.3, 0.4] },
    ],
    marks: [
      {
        at: new Date(from + 60_000).toISOString(),
        kind: 'operation',
        verb: 'restart',
        state: 'succeeded',
        by: 'user:default/guest',
      },
    ],
    observedAt: new Date().toISOString(),
  };
  return api;
}

describe('JobMetrics', () => {
  it('says each chart in words, names gaps, and what is not offered', async () => {
    await render(measured());
    const chart = await screen.findByRole('figure', {
      name: 'Records per second',
    });
    expect(chart).toHaveTextContent(
      'read per second: now 9 records/s, between 5 records/s and 9 records/s, 7 records/s on average. 1 gap.',
    );
    expect(
      screen.getByRole('figure', { name: 'Busy and backpressured' }),
    ).toHaveTextContent('now 40%');
    expect(screen.getByText(/^Not offered by/)).toHaveTextContent('source lag');
    expect(screen.getByText(/Restart by/)).toBeInTheDocument();
  });

  it('reads values with the arrow keys, and as a table', async () => {
    await render(measured());
    const chart = await screen.findByRole('figure', {
      name: 'Records per second',
    });
    within(chart).getByRole('group').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(within(chart).getByRole('status')).toHaveTextContent('7 records/s');
    await userEvent.keyboard('{ArrowLeft}');
    expect(within(chart).getByRole('status')).toHaveTextContent('not measured');
    await userEvent.click(
      within(chart).getByRole('button', {
        name: 'Show Records per second as a table',
      }),
    );
    const rows = within(chart).getAllByRole('row');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toHaveTextContent('9 records/s');
    expect(rows[3]).toHaveTextContent('not measured');
  });

  it('keeps the range in the address', async () => {
    const api = measured();
    const asked = jest.spyOn(api, 'getMetricHistory' as any);
    await render(api, '/?range=7d');
    await screen.findByRole('figure', { name: 'Records per second' });
    const [{ from, to }] = asked.mock.calls[0] as any;
    expect(Date.parse(to) - Date.parse(from)).toBe(7 * 24 * 3_600_000);
  });

  it('says that nothing was measured yet', async () => {
    await render();
    expect(
      await screen.findByText(/^Nothing was measured yet/),
    ).toBeInTheDocument();
  });
});
