import {
  Deployment,
  JobDetail,
  Operation,
} from '@datalark/backstage-plugin-data-jobs-common';
import { recordsText } from './recordsText';
import { WaitOptions, waitForJob } from './waitForJob';

type Look = {
  observation?: Partial<Deployment['observation']>;
  operation?: Partial<Operation>;
  error?: Error;
};

/** An API that shows one look after the other, the last one for ever. */
function api(looks: Look[]) {
  let at = -1;
  return {
    getJob: async () => {
      at = Math.min(at + 1, looks.length - 1);
      const { observation, error } = looks[at];
      if (error) throw error;
      return {
        deployments: observation
          ? [
              {
                environment: 'default',
                observation: {
                  health: { state: 'ok', reasons: [] },
                  ...observation,
                },
              },
            ]
          : [],
      } as unknown as JobDetail;
    },
    listOperations: async () => {
      const { operation } = looks[Math.max(at, 0)];
      return operation ? [{ steps: [], ...operation } as Operation] : [];
    },
  };
}

function wait(looks: Look[], more: Partial<WaitOptions> = {}) {
  const told: string[] = [];
  const result = waitForJob(api(looks), {
    entityRef: 'datajob:default/x',
    environment: 'default',
    until: 'running',
    timeoutMs: 2_000,
    signal: new AbortController().signal,
    tell: message => told.push(message),
    everyMs: 1,
    ...more,
  });
  return { result, told };
}

const step = (name: string, state: 'running' | 'succeeded') => ({
  name,
  state,
  startedAt: '2026-01-01T00:00:00Z',
});

describe('waitForJob', () => {
  it('tells each step once and ends when the job runs', async () => {
    const { result, told } = wait([
      { operation: { state: 'running', steps: [step('submit', 'running')] } },
      {
        operation: { state: 'running', steps: [step('submit', 'succeeded')] },
        observation: { state: 'deploying' },
      },
      {
        operation: { state: 'running', steps: [step('submit', 'succeeded')] },
        observation: { state: 'running' },
      },
      {
        operation: { state: 'succeeded', steps: [step('submit', 'succeeded')] },
        observation: { state: 'running', tasks: { total: 2, running: 1 } },
      },
      {
        operation: { state: 'succeeded' },
        observation: { state: 'running', tasks: { total: 2, running: 2 } },
      },
    ]);
    await expect(result).resolves.toMatchObject({
      outcome: 'reached',
      deployment: { observation: { tasks: { running: 2 } } },
    });
    expect(told).toEqual([
      'submit: running',
      'submit: succeeded',
      'The job is deploying.',
      'The job is running.',
    ]);
  });

  it('does not take a running job for a finished one', async () => {
    const { result } = wait(
      [
        {
          operation: { state: 'succeeded' },
          observation: { state: 'running' },
        },
        {
          operation: { state: 'succeeded' },
          observation: { state: 'finished' },
        },
      ],
      { until: 'finished' },
    );
    await expect(result).resolves.toMatchObject({
      outcome: 'reached',
      deployment: { observation: { state: 'finished' } },
    });
  });

  it('ends with the problems of a failed operation', async () => {
    const { result } = wait([
      {
        operation: {
          verb: 'deploy',
          state: 'failed',
          error: {
            message: 'Flink refused it.',
            problems: [
              { severity: 'error', message: 'No table "t".', line: 3 },
            ],
          },
        },
      },
    ]);
    await expect(result).resolves.toMatchObject({
      outcome: 'failed',
      message: 'Flink refused it. line 3: No table "t".',
    });
  });

  it('ends when the job itself fails', async () => {
    const { result } = wait([
      {
        operation: { state: 'succeeded' },
        observation: { state: 'failed', message: 'Out of memory.' },
      },
    ]);
    await expect(result).resolves.toMatchObject({
      outcome: 'failed',
      message: 'Out of memory.',
    });
  });

  it('takes an unknown state for no answer, not for a failure', async () => {
    const { result } = wait([
      { operation: { state: 'succeeded' }, observation: { state: 'unknown' } },
      { error: new Error('fetch failed') },
      { operation: { state: 'succeeded' }, observation: { state: 'running' } },
    ]);
    await expect(result).resolves.toMatchObject({ outcome: 'reached' });
  });

  it('says what it last saw when the time is up', async () => {
    const { result } = wait(
      [{ operation: { state: 'running' }, observation: { state: 'unknown' } }],
      { timeoutMs: 20 },
    );
    await expect(result).resolves.toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('last seen: unknown'),
    });
  });

  it('says why a job that restarts again and again does not count', async () => {
    const { result, told } = wait(
      [
        {
          operation: { state: 'succeeded' },
          observation: {
            state: 'running',
            tasks: { total: 2, running: 0 },
            health: {
              state: 'degraded',
              reasons: [{ code: 'restarting', message: 'It restarts.' }],
            },
          },
        },
      ],
      { timeoutMs: 20 },
    );
    await expect(result).resolves.toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(
        /last seen: running, with 0 of 2 tasks running\. It restarts\.$/,
      ),
    });
    expect(told).toContain('It restarts.');
  });

  it('passes a refusal on', async () => {
    const { result } = wait([
      { error: Object.assign(new Error('No'), { statusCode: 403 }) },
    ]);
    await expect(result).rejects.toThrow('No');
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const { result } = wait([{ observation: { state: 'deploying' } }], {
      signal: controller.signal,
      everyMs: 10_000,
    });
    setTimeout(() => controller.abort(new Error('cancelled')), 5);
    await expect(result).rejects.toThrow('cancelled');
  });
});

describe('recordsText', () => {
  const deployment = (
    records?: { read?: number; written?: number },
    state = 'finished',
  ) => ({ observation: { state, records } } as Deployment);

  it('shows what is known and what is not', () => {
    expect(recordsText(deployment({ read: 5, written: 5 }))).toBe(
      'Rows read: 5. Rows written: 5.',
    );
    expect(recordsText(deployment({ read: 5 }))).toBe(
      'Rows read: 5. Rows written: unknown.',
    );
    expect(recordsText(deployment())).toBe('The engine counted no rows.');
    expect(recordsText(deployment(undefined, 'running'))).toBe(
      'The engine has not counted rows yet.',
    );
  });
});
