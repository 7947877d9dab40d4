import { Databases } from '../__testUtils__/Databases';
import { TestPlane } from '../__testUtils__/TestPlane';
import { createStores, Stores } from './Stores';

jest.setTimeout(180_000);

const keyOf = (name: string) => ({
  entityRef: `datajob:default/${name}`,
  environment: 'default',
});

describe.each(Databases.kinds)('lists and turns on %s', kind => {
  const databases = new Databases();
  let stores: Stores;

  beforeEach(async () => {
    const knex = await databases.migrated(kind);
    stores = createStores(knex);
    const plane = new TestPlane(knex);
    for (const name of ['own', 'inherited', 'none']) {
      await plane.write(
        { engine: name === 'none' ? 'other' : 'fake', system: 'shop' },
        'portal',
        name,
      );
    }
  });
  afterAll(async () => databases.close());

  const took = async (name: string, at: string, runId: string) =>
    stores.snapshots.record(keyOf(name), {
      id: `${name}-${at}`,
      kind: 'checkpoint',
      location: `file:/${name}/${at}`,
      createdAt: at,
      engineJobId: 'j',
      runId,
    });

  const runs = async (name: string, runId: string, restoredFrom?: string) => {
    await stores.deployments.update(keyOf(name), { runId });
    await stores.knex('runs').insert({
      id: runId,
      entity_ref: keyOf(name).entityRef,
      environment: 'default',
      engine: 'fake',
      engine_job_id: 'j',
      version: 1,
      state: 'running',
      started_at: '2026-01-01T00:00:00.000Z',
      restored_from: restoredFrom ?? null,
    });
  };

  it('shows and sorts by what would be restored now', async () => {
    await runs('own', 'run-own', 'file:/own/2026-01-01T00:00:00.000Z');
    await took('own', '2026-01-01T00:00:00.000Z', 'run-before');
    await took('own', '2026-01-03T00:00:00.000Z', 'run-own');
    await took('own', '2026-01-02T00:00:00.000Z', 'run-own');
    await runs(
      'inherited',
      'run-i',
      'file:/inherited/2026-01-04T00:00:00.000Z',
    );
    await took('inherited', '2026-01-04T00:00:00.000Z', 'run-before');

    const page = async (order: 'asc' | 'desc') =>
      (await stores.listing.page({ sort: 'restorePoint', order })).items.map(
        one => [one.name, one.restorePoint?.createdAt],
      );
    const own = ['own', '2026-01-03T00:00:00.000Z'];
    const inherited = ['inherited', '2026-01-04T00:00:00.000Z'];
    expect(await page('asc')).toEqual([own, inherited, ['none', undefined]]);
    expect(await page('desc')).toEqual([inherited, own, ['none', undefined]]);
  });

  it('counts what can be filtered by, and knows whose jobs they are', async () => {
    const { listing } = stores;
    expect(await listing.facets({ except: ['datajob:default/own'] })).toEqual({
      owner: [{ value: 'group:default/shop', count: 2 }],
      system: [{ value: 'system:default/shop', count: 2 }],
      type: [{ value: 'flink-sql', count: 2 }],
      engine: [
        { value: 'fake', count: 1 },
        { value: 'other', count: 1 },
      ],
      environment: [{ value: 'default', count: 2 }],
    });
    const total = async (ownedBy: string[]) =>
      (await listing.page({ ownedBy })).totalItems;
    expect(await total(['user:default/lin', 'group:default/shop'])).toBe(3);
    expect(await total([])).toBe(0);
  });

  it('lets single requests go before bulk ones, and full engines wait', async () => {
    const ask = (name: string, bulkId?: string) =>
      stores.operations.create({
        ...keyOf(name),
        verb: 'stop',
        params: {},
        requestedBy: 'user:default/lin',
        surface: 'api',
        bulkId,
      });
    const first = await ask('own', 'bulk-1');
    const second = await ask('none', 'bulk-1');
    const single = await ask('inherited');
    const claim = async (engines: string[] = []) =>
      (await stores.operations.claim('w', 60_000, { engines }))?.operation.id;
    expect(await claim()).toBe(single.id);
    expect(await claim(['fake'])).toBe(second.id);
    expect(await claim(['fake'])).toBeUndefined();
    expect(await claim()).toBe(first.id);
    expect(
      (await stores.operations.ofBulk('bulk-1')).map(one => one.id),
    ).toEqual([first.id, second.id]);
  });
});
