import { JobManagerClient } from '../rest/JobManagerClient';
import { jobPlan, loadOf, planOf } from './jobPlan';

const vertex = (over: object) => ({
  id: 'a',
  name: 'Source: orders',
  parallelism: 2,
  status: 'RUNNING',
  tasks: { RUNNING: 2, FAILED: 0 },
  ...over,
});

describe('planOf', () => {
  it('tells tasks by state, and records that are complete', () => {
    const { nodes, edges } = planOf({
      jid: 'j',
      name: 'n',
      state: 'RUNNING',
      'start-time': 0,
      'end-time': -1,
      vertices: [
        vertex({
          metrics: {
            'read-records': 0,
            'read-records-complete': false,
            'write-records': 7,
            'write-records-complete': true,
          },
        }),
        vertex({ id: 'b', name: 'Sink' }),
      ],
      plan: {
        nodes: [
          { id: 'a' },
          { id: 'b', inputs: [{ id: 'a', ship_strategy: 'HASH' }] },
        ],
      },
    });
    expect(nodes[0]).toEqual({
      id: 'a',
      name: 'Source: orders',
      parallelism: 2,
      state: 'RUNNING',
      tasks: { RUNNING: 2 },
      recordsOut: 7,
    });
    expect(edges).toEqual([{ from: 'a', to: 'b', label: 'HASH' }]);
  });
});

describe('jobPlan', () => {
  it('knows how loaded a source is, which has no watermark to tell', async () => {
    // As Flink does: one name that a vertex has not, and nothing is told.
    const readJob = async (_id: string, path: string) =>
      path.includes('/a/') && path.includes('currentInputWatermark')
        ? []
        : [
            { id: 'busyTimeMsPerSecond', max: 'NaN', min: 'NaN' },
            { id: 'backPressuredTimeMsPerSecond', max: 100, min: 0 },
          ];
    const jobManager = {
      readJob,
      requireJob: async () => ({
        vertices: [vertex({}), vertex({ id: 'b', name: 'Sink' })],
        plan: { nodes: [{ id: 'a' }, { id: 'b', inputs: [{ id: 'a' }] }] },
      }),
    } as unknown as JobManagerClient;
    const { nodes } = await jobPlan(jobManager, 'j', {
      signal: new AbortController().signal,
    });
    expect(nodes.map(node => node.backpressured)).toEqual([0.1, 0.1]);
  });
});

describe('loadOf', () => {
  const now = Date.UTC(2026, 0, 1);

  it('turns times per second into shares and the watermark into a lag', () => {
    expect(
      loadOf(
        [
          { id: 'busyTimeMsPerSecond', max: 250, min: 0 },
          { id: 'backPressuredTimeMsPerSecond', max: 1_001, min: 0 },
          { id: 'currentInputWatermark', max: now, min: now - 5_000 },
        ],
        now,
      ),
    ).toEqual({ busy: 0.25, backpressured: 1, watermarkLagMs: 5_000 });
  });

  it.each([
    ['the first watermark', -9223372036854776000],
    ['the last watermark', 9223372036854776000],
  ])('leaves out NaN and %s', (_what, min) => {
    expect(
      loadOf(
        [
          { id: 'busyTimeMsPerSecond', max: 'NaN' },
          { id: 'currentInputWatermark', min },
        ],
        now,
      ),
    ).toEqual({});
  });
});
