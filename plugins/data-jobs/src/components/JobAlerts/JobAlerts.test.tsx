import { screen } from '@testing-library/react';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { FakeDataJobsApi } from '../../testing';
import { JobAlerts } from '.';

const TARGET = { entityRef: 'datajob:default/orders', environment: 'default' };
const minutes = (count: number) =>
  new Date(Date.now() + count * 60_000).toISOString();

describe('JobAlerts', () => {
  const show = (api: FakeDataJobsApi) =>
    renderPart(
      <DataJobsQueryProvider>
        <JobAlerts target={TARGET} owner="group:default/shop" />
      </DataJobsQueryProvider>,
      { api },
    );

  it('says what holds, what was told, and what is held back', async () => {
    const api = new FakeDataJobsApi();
    const notice = {
      environment: 'default',
      cause: 'failed' as const,
      event: 'opened' as const,
      recipient: 'group:default/shop',
      severity: 'high' as const,
      description: 'Error: out of memory',
      createdAt: minutes(-60),
    };
    api.alerts = {
      items: [
        {
          ...TARGET,
          cause: 'failed',
          state: 'open',
          severity: 'high',
          message: 'orders failed',
          since: minutes(-60),
          changedAt: minutes(-60),
          times: 1,
        },
      ],
      notices: [
        {
          ...notice,
          id: '1',
          title: 'Held one',
          state: 'held',
          heldUntil: minutes(60),
        },
        {
          ...notice,
          id: '2',
          title: 'Sent one',
          state: 'sent',
          sentAt: minutes(-59),
        },
        {
          ...notice,
          id: '3',
          title: 'Lost one',
          state: 'dropped',
          problem: 'nothing is installed',
        },
      ],
    };
    await show(api);
    expect(
      await screen.findByRole('list', { name: 'Holds' }),
    ).toHaveTextContent(/orders failed.*1 hour ago.*told/);
    const text = document.body;
    expect(text).toHaveTextContent(
      /Held one.*held back by quiet hours until .*:/,
    );
    expect(text).toHaveTextContent(/Sent one.*sent 59 minutes ago/);
    expect(text).toHaveTextContent(/Lost one.*not sent: nothing is installed/);
  });

  it('says that there is nothing', async () => {
    await show(new FakeDataJobsApi());
    expect(
      await screen.findByText('Nothing is wrong, and nothing was told.'),
    ).toBeInTheDocument();
  });

  it('says that it could not be found out', async () => {
    const api = new FakeDataJobsApi();
    api.listAlerts = async () => {
      throw Object.assign(new Error('You may not.'), { statusCode: 403 });
    };
    await show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not.');
  });
});
