import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { ObservedRun } from '@datalark/backstage-plugin-data-jobs-node';
import { LineageRunReporter } from './LineageRunReporter';
import { runEvents } from './runEvents';

const RUN: ObservedRun = {
  id: '00000000-0000-4000-8000-000000000001',
  entityRef: 'datajob:default/orders',
  environment: 'default',
  state: 'running',
  startedAt: '2026-01-01T08:00:00.000Z',
  since: '2026-01-01T08:01:00.000Z',
  observedAt: '2026-01-01T08:40:00.000Z',
};
const JOB = { namespace: 'datalark', name: 'orders' };
const told = (run: Partial<ObservedRun>) =>
  runEvents({ ...RUN, ...run }, JOB).map(
    ({ eventType, eventTime }) => `${eventType} ${eventTime.slice(11, 16)}`,
  );

describe('the state of runs', () => {
  it('is told without a word on data', () => {
    const [start] = runEvents(RUN, JOB);
    expect(start).toEqual({
      eventType: 'START',
      eventTime: RUN.startedAt,
      producer: expect.stringContaining('data-jobs-backend'),
      schemaURL: expect.stringContaining('RunEvent'),
      run: { runId: RUN.id },
      job: JOB,
    });
  });

  it('is told anew every quarter of an hour while it goes on', () => {
    expect(told({})).toEqual(['START 08:00', 'RUNNING 08:01', 'RUNNING 08:30']);
    expect(told({ observedAt: RUN.since })).toEqual([
      'START 08:00',
      'RUNNING 08:01',
    ]);
  });

  it.each([
    ['deploying', []],
    ['finished', ['COMPLETE 08:01']],
    ['suspended', ['COMPLETE 08:01']],
    ['failed', ['FAIL 08:01']],
    ['canceled', ['ABORT 08:01']],
    ['absent', ['ABORT 08:01']],
  ] as const)('%s', (state, events) => {
    expect(told({ state })).toEqual(['START 08:00', ...events]);
  });
});

describe('LineageRunReporter', () => {
  const logger = mockServices.logger.mock();
  const reporterOf = (postEvents: (events: readonly object[]) => any) =>
    new LineageRunReporter({
      auth: mockServices.auth(),
      logger,
      lineage: { postEvents: async events => postEvents(events) },
    });
  const taken = { failed_events: [] };

  it('names jobs as they are submitted', async () => {
    const sent: any[] = [];
    await reporterOf(events => {
      sent.push(...events);
      return taken;
    }).runsObserved([
      RUN,
      { ...RUN, environment: 'staging' },
      { ...RUN, entityRef: 'datajob:shop/orders' },
    ]);
    expect([...new Set(sent.map(({ job }) => job.name))]).toEqual([
      'orders',
      'orders-staging',
      'shop/orders',
    ]);
  });

  it('says what is not taken, and rejects while lineage is down', async () => {
    await reporterOf(() => ({
      failed_events: [{ index: 0, reason: 'no' }],
    })).runsObserved([RUN]);
    expect(logger.warn.mock.calls[0][0]).toContain('orders: no');
    await expect(
      reporterOf(() => {
        throw new Error('down');
      }).runsObserved([RUN]),
    ).rejects.toThrow('down');
  });

  it('does not mind a portal without lineage', async () => {
    await expect(
      reporterOf(() => {
        throw new NotFoundError('there is no such plugin');
      }).runsObserved([RUN]),
    ).resolves.toBeUndefined();
  });
});
