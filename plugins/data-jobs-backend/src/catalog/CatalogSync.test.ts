import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventually } from '@datalark/backend-test-kit';
import { ORDERS, SPEC, TestPlane } from '../__testUtils__/TestPlane';
import { AutoDeployer } from './AutoDeployer';
import { CatalogReader } from './CatalogReader';
import { CatalogSync } from './CatalogSync';

function entity(name = 'orders', spec: object = {}, more: object = {}): Entity {
  return {
    apiVersion: 'datalark.io/v1alpha1',
    kind: 'DataJob',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/managed-by-location': 'url:https://git/a' },
      ...more,
    },
    spec: { ...SPEC, ...spec } as any,
  };
}

describe('CatalogSync', () => {
  let plane: TestPlane;
  let entities: Entity[];
  let down: boolean;

  const syncOf = (options: {
    autoDeploy?: boolean;
    orphanedAfterMs?: number;
  }) => {
    const catalog = {
      queryEntities: async (query: any, opts: any) => {
        if (down) throw new Error('503 Service Unavailable');
        return catalogServiceMock({ entities }).queryEntities(query, opts);
      },
      getEntitiesByRefs: async (query: any, opts: any) =>
        catalogServiceMock({ entities }).getEntitiesByRefs(query, opts),
    } as any;
    return new CatalogSync({
      stores: plane.stores,
      reader: new CatalogReader({ catalog, auth: mockServices.auth() }),
      changes: plane.changes,
      logger: plane.logger,
      orphanedAfterMs: options.orphanedAfterMs,
      autoDeployer: options.autoDeploy
        ? new AutoDeployer({
            stores: plane.stores,
            operations: plane.operations,
            logger: plane.logger,
          })
        : undefined,
    });
  };

  beforeEach(async () => {
    plane = await TestPlane.sqlite();
    entities = [entity()];
    down = false;
  });
  afterEach(async () => plane.stop());

  const job = async () => (await plane.stores.jobs.get(ORDERS))!;
  const operations = () =>
    plane.stores.operations.list({ entityRef: ORDERS }, 50);

  it('takes jobs over, with a new version when they would run differently', async () => {
    const sync = syncOf({});
    await sync.sync();
    expect(await job()).toMatchObject({
      origin: 'git',
      latestVersion: 1,
      location: 'url:https://git/a',
    });
    expect(await plane.stores.jobs.versions(ORDERS)).toMatchObject([
      { createdBy: 'catalog' },
    ]);
    entities = [entity('orders', { owner: 'group:default/other' })];
    await sync.sync();
    expect(await job()).toMatchObject({
      latestVersion: 1,
      owner: 'group:default/other',
    });
    entities = [entity('orders', { parallelism: 3 })];
    await sync.sync();
    expect((await job()).latestVersion).toBe(2);
    plane.changed.length = 0;
    await sync.sync();
    expect(plane.changed).toEqual([]);
    expect(await operations()).toEqual([]);
  });

  it('reads more than a page', async () => {
    entities = Array.from({ length: 1_100 }, (_, i) => entity(`job-${i}`));
    await syncOf({}).sync();
    expect((await plane.stores.jobs.digest('git')).size).toBe(1_100);
  }, 60_000);

  it('deletes nothing when the catalog cannot be read', async () => {
    const sync = syncOf({ orphanedAfterMs: 0 });
    await sync.sync();
    down = true;
    await expect(sync.sync()).rejects.toThrow('503');
    expect((await job()).missingSince).toBeUndefined();
  });

  it('marks a job that is gone, leaves its run alone, and takes it back', async () => {
    const sync = syncOf({ orphanedAfterMs: 20 });
    await sync.sync();
    plane.startWorker();
    await plane.done('deploy');
    entities = [];
    await sync.sync();
    expect((await job()).missingSince).toBeUndefined();
    await new Promise(resolve => setTimeout(resolve, 30));
    await sync.sync();
    expect((await job()).missingSince).toBeDefined();
    expect(plane.engine.liveJobs('orders')).toHaveLength(1);
    await expect(plane.ask('deploy')).rejects.toThrow(/gone from the catalog/);
    entities = [entity()];
    await sync.sync();
    expect((await job()).missingSince).toBeUndefined();
  });

  it('leaves jobs of the portal alone', async () => {
    await plane.write({ parallelism: 7 });
    entities = [
      entity('orders', {}, { annotations: {} }),
      entity('mine', {}, { annotations: { 'datalark.io/origin': 'portal' } }),
    ];
    await syncOf({}).sync();
    expect(await job()).toMatchObject({
      origin: 'portal',
      spec: { parallelism: 7 },
    });
    expect(await plane.stores.jobs.get('datajob:default/mine')).toBeUndefined();
    expect(plane.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('both in Git'),
    );
  });

  describe('with autoDeploy', () => {
    const settle = async (count: number) =>
      eventually(operations, list => {
        expect(list).toHaveLength(count);
        expect(list[0].state).toMatch(/succeeded|failed/);
      });

    it('deploys what is new or changed, once, and what Git suspends', async () => {
      const sync = syncOf({ autoDeploy: true });
      plane.startWorker();
      await sync.sync();
      const [first] = await settle(1);
      expect(first).toMatchObject({
        verb: 'deploy',
        requestedBy: 'catalog',
        surface: 'catalog',
        state: 'succeeded',
      });
      await sync.sync();
      await settle(1);
      entities = [entity('orders', { parallelism: 2 })];
      await sync.sync();
      await settle(2);
      expect(await plane.deployment()).toMatchObject({ deployedVersion: 2 });
      entities = [entity('orders', { parallelism: 2, state: 'suspended' })];
      await sync.sync();
      expect((await settle(3))[0].verb).toBe('suspend');
      entities = [entity('orders', { parallelism: 3 })];
      await sync.sync();
      expect((await settle(4))[0].verb).toBe('deploy');
      expect(plane.engine.liveJobs('orders')).toHaveLength(1);
    });

    it('does not start what is to be suspended', async () => {
      entities = [entity('orders', { state: 'suspended' })];
      await syncOf({ autoDeploy: true }).sync();
      expect(await operations()).toEqual([]);
    });

    it.each(['stop', 'suspend'] as const)(
      'does not restart after a person asked to %s',
      async verb => {
        const sync = syncOf({ autoDeploy: true });
        plane.startWorker();
        await sync.sync();
        await settle(1);
        await plane.done(verb);
        entities = [entity('orders', { parallelism: 2 })];
        await sync.sync();
        await sync.sync();
        expect(await operations()).toHaveLength(2);
        expect(plane.engine.liveJobs('orders')).toHaveLength(0);
      },
    );

    it('deploys declared environments only', async () => {
      const sync = syncOf({ autoDeploy: true });
      plane.startWorker();
      await sync.sync();
      await settle(1);
      entities = [entity('orders', { environments: { staging: {} } })];
      await sync.sync();
      const [second] = await settle(2);
      expect(second).toMatchObject({ environment: 'staging', verb: 'deploy' });
      await expect(plane.ask('deploy', {}, 'default')).rejects.toThrow(
        /does not declare/,
      );
      await plane.done('stop', {}, 'default');
    });

    it('does not try a wrong version for ever', async () => {
      entities = [entity('orders', { engine: 'nowhere' })];
      const sync = syncOf({ autoDeploy: true });
      await sync.sync();
      await sync.sync();
      expect(await operations()).toEqual([]);
      expect(plane.logger.warn).toHaveBeenCalledTimes(1);
    });
  });

  it('hands a job over to Git once it may, without touching its run', async () => {
    await plane.write();
    plane.startWorker();
    plane.startObserver();
    await plane.done('deploy');
    const before = await plane.deployment();
    const sync = syncOf({ autoDeploy: true });
    await sync.sync();
    expect(await job()).toMatchObject({ origin: 'portal' });
    expect(plane.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Hand the job over to Git'),
    );
    await plane.stores.jobs.setHandedOver(ORDERS, '2026-11-21T10:00:00.000Z');
    await sync.sync();
    await sync.sync();
    expect(await job()).toMatchObject({
      origin: 'git',
      latestVersion: 1,
      location: 'url:https://git/a',
      handedOverAt: undefined,
    });
    expect(await operations()).toHaveLength(1);
    const after = await plane.deployment();
    expect(after.runId).toBe(before.runId);
    expect(after).toMatchObject({ desired: 'running', autoVersion: 1 });
    expect(plane.changed).toContain(`entity ${ORDERS}`);
  });
});
