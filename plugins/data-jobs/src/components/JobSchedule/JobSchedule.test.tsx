import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntity } from '../../__testUtils__/renderDataJobs';
import { deployment, FakeDataJobsApi, jobDetail, run } from '../../testing';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { RunStrip } from '../RunStrip';
import { JobSchedule } from './JobSchedule';

const batch = () => {
  const job = jobDetail();
  return {
    ...job,
    processing: 'batch' as const,
    origin: 'portal' as const,
    spec: {
      ...job.spec,
      processing: 'batch' as const,
      schedule: { cron: '30 2 * * *', timezone: 'Asia/Shanghai' },
    },
  };
};

const scheduled = () => {
  const api = new FakeDataJobsApi();
  api.jobs = [batch()];
  api.schedule = {
    entityRef: 'datajob:default/orders',
    environment: 'default',
    cron: '30 2 * * *',
    timezone: 'Asia/Shanghai',
    catchUp: false,
    concurrencyPolicy: 'Forbid',
    hold: 'stopped',
    next: ['2026-11-21T18:30:00.000Z'],
    firings: [
      {
        scheduledAt: '2026-11-20T18:30:00.000Z',
        decidedAt: '2026-11-20T18:30:01.000Z',
        outcome: 'skipped',
        reason: 'The run before still goes on.',
      },
    ],
  };
  return api;
};

describe('JobSchedule', () => {
  it('tells the next times in the zone of the schedule, and what holds it', async () => {
    await renderOnEntity(
      <DataJobsQueryProvider>
        <JobSchedule job={batch()} deployment={deployment()} />
      </DataJobsQueryProvider>,
      { api: scheduled() },
    );
    const next = await screen.findByRole('list', { name: 'Next times' });
    expect(within(next).getByRole('listitem')).toHaveTextContent(
      /Sun, Nov 22, 2026.*2:30/,
    );
    expect(screen.getByText(/somebody stopped the job/)).toBeInTheDocument();
    expect(screen.getByText('30 2 * * *')).toBeInTheDocument();
  });

  it('is changed with a look at what it means, and not saved while it is wrong', async () => {
    const api = scheduled();
    api.schedulePreview = {
      timezone: 'UTC',
      next: ['2026-11-21T18:45:00.000Z'],
    };
    await renderOnEntity(
      <DataJobsQueryProvider>
        <JobSchedule job={batch()} deployment={deployment()} />
      </DataJobsQueryProvider>,
      { api },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change the schedule' }),
    );
    const dialog = await screen.findByRole('dialog');
    const cron = within(dialog).getByRole('textbox', {
      name: 'Cron expression',
    });
    api.schedulePreview = {
      timezone: 'UTC',
      next: [],
      problem: 'cannot be read',
    };
    await userEvent.clear(cron);
    await userEvent.type(cron, '99 * * * *');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'cannot be read',
    );
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    api.schedulePreview = {
      timezone: 'UTC',
      next: ['2026-11-21T18:45:00.000Z'],
    };
    await userEvent.clear(cron);
    await userEvent.type(cron, '45 * * * *');
    await within(dialog).findByRole('list', { name: 'Next times' });
    await userEvent.click(save);
    expect(api.updates.at(-1)?.spec.schedule).toEqual({
      cron: '45 * * * *',
      timezone: 'Asia/Shanghai',
      catchUp: false,
      concurrencyPolicy: 'Forbid',
    });
  });
});

describe('RunStrip', () => {
  it('says each run in words, and as a table', async () => {
    const api = scheduled();
    api.runs = [
      run({
        id: 'r1',
        state: 'failed',
        startedAt: '2026-11-19T18:30:00.000Z',
        endedAt: '2026-11-19T18:32:00.000Z',
        message: 'no such table',
      }),
    ];
    await renderOnEntity(
      <DataJobsQueryProvider>
        <RunStrip
          target={{
            entityRef: 'datajob:default/orders',
            environment: 'default',
          }}
          isScheduled
        />
      </DataJobsQueryProvider>,
      { api },
    );
    const strip = await screen.findByRole('list', { name: /oldest first/ });
    await screen.findAllByText(/skipped: 1/);
    const [failed, skipped] = within(strip).getAllByRole('listitem');
    expect(failed).toHaveTextContent(/✕.*failed, 2 min, no such table/);
    expect(skipped).toHaveTextContent(/–.*skipped, The run before/);
    expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(3);
  });
});
