import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@datalark/backend-test-kit';
import {
  ObservedRun,
  RunListener,
} from '@datalark/backstage-plugin-data-jobs-node';
import { Databases } from '../__testUtils__/Databases';
import { ORDERS, TestPlane } from '../__testUtils__/TestPlane';
import { RunTeller } from './RunTeller';

jest.setTimeout(60_000);

class Listener implements RunListener {
  readonly heard: ObservedRun[] = [];
  refuses = false;

  async runsObserved(runs: ObservedRun[]): Promise<void> {
    if (this.refuses) throw new Error('not now');
    this.heard.push(...runs);
  }

  get states(): string[] {
    return this.heard.map(({ state }) => state);
  }
}

const tellerOf = (plane: TestPlane, listener: RunListener) =>
  new RunTeller({
    stores: plane.stores,
    listeners: [listener],
    logger: mockServices.logger.mock(),
    owner: 'me',
  });

describe.each(Databases.kinds)('runs on %s', kind => {
  const databases = new Databases();
  let plane: TestPlane;
  afterEach(async () => plane.stop());
  afterAll(async () => databases.close());

  it('are told of once for each state, and again after a refusal', async () => {
    plane = new TestPlane(await databases.migrated(kind));
    const listener = new Listener();
    const teller = tellerOf(plane, listener);
    await teller.tell();
    expect(listener.heard).toEqual([]);

    plane.startWorker();
    plane.startObserver();
    await plane.write();
    await plane.done('deploy');
    await eventually(
      async () => plane.stores.deployments.ofJob(ORDERS),
      ([{ observation }]) => expect(observation.state).toBe('running'),
    );
    listener.refuses = true;
    await expect(teller.tell()).rejects.toThrow('not now');
    listener.refuses = false;
    await teller.tell();
    await teller.tell();
    const [run] = await plane.stores.runs.list(
      { entityRef: ORDERS, environment: 'default' },
      1,
    );
    expect(listener.heard).toEqual([
      {
        id: run.id,
        entityRef: ORDERS,
        environment: 'default',
        state: 'running',
        startedAt: run.startedAt,
        since: expect.any(String),
        observedAt: expect.any(String),
      },
    ]);

    await plane.done('suspend');
    await eventually(
      () => teller.tell(),
      () => expect(listener.states).toEqual(['running', 'suspended']),
    );
  });

  it('are not told of while nobody knows how they are', async () => {
    plane = new TestPlane(await databases.migrated(kind));
    await plane.write();
    const listener = new Listener();
    await tellerOf(plane, listener).tell();
    expect(listener.heard).toEqual([]);
  });
});
