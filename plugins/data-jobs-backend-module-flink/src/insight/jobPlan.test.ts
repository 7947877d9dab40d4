import { loadOf, planOf } from './jobPlan';

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
