import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@datalark/backend-test-kit';
import { ChangePublisher } from './ChangePublisher';

function publisher() {
  let atOnce = 0;
  let most = 0;
  const revisions = new Map<string, number>();
  const signals = { publish: jest.fn(async (_: any) => {}) };
  const events = {
    publish: jest.fn(async (_: any) => {
      most = Math.max(most, (atOnce += 1));
      await new Promise(resolve => setImmediate(resolve));
      atOnce -= 1;
    }),
  };
  const changes = new ChangePublisher({
    jobs: {
      bumpRevision: async ref => {
        revisions.set(ref, (revisions.get(ref) ?? 0) + 1);
        return revisions.get(ref)!;
      },
    },
    signals: signals as any,
    events: events as any,
    logger: mockServices.logger.mock(),
    gatherMs: 5,
  });
  return { changes, signals, events, most: () => most };
}

describe('ChangePublisher', () => {
  it('makes one message of changes of one job within a moment', async () => {
    const { changes, signals, events } = publisher();
    changes.jobChanged('a');
    changes.jobChanged('a');
    await eventually(
      async () => events.publish.mock.calls.length,
      count => expect(count).toBe(1),
    );
    expect(signals.publish.mock.calls.map(([one]) => one.message)).toEqual([
      { entityRef: 'a', revision: 1 },
    ]);
    changes.jobChanged('a');
    await eventually(
      async () => signals.publish.mock.calls.at(-1)?.[0].message,
      message => expect(message).toEqual({ entityRef: 'a', revision: 2 }),
    );
  });

  it('does not choke the portal when all jobs change at once', async () => {
    const { changes, signals, events, most } = publisher();
    for (let i = 0; i < 1_000; i += 1) changes.jobChanged(`job-${i}`);
    await eventually(
      async () => events.publish.mock.calls.length,
      count => expect(count).toBe(1_000),
    );
    expect(signals.publish.mock.calls.map(([one]) => one.message)).toEqual([
      { jobs: 1_000 },
    ]);
    expect(most()).toBe(1);
  });
});
