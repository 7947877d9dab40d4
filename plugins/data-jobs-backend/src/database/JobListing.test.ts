import { ConfigReader } from '@backstage/config';
import {
  HEALTH_STATES,
  OBSERVED_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Freshness } from '../observation/Freshness';
import { Databases } from '../__testUtils__/Databases';
import { TestPlane } from '../__testUtils__/TestPlane';
import { ListingQuery } from './JobListing';
import { createStores, Stores } from './Stores';

jest.setTimeout(180_000);

const rowKey = (name: string) => ({
  entity_ref: `datajob:default/${name}`,
  environment: 'default',
});
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

  it('filters and sorts by what is shown: what nobody vouches for is unknown', async () => {
    const now = Date.parse('2026-01-01T12:00:00.000Z');
    const freshness = new Freshness(
      new ConfigReader({
        dataJobs: { engines: { fake: {}, slow: { pollInterval: '1m' } } },
      }),
      () => now,
    );
    freshness.notWritten('mute');
    const rows: Array<[string, string, string, number, string]> = [
      ['fresh', 'fake', 'running', 3, 'ok'],
      ['fresh-degraded', 'fake', 'running', 3, 'degraded'],
      ['stale', 'fake', 'running', 30, 'ok'],
      ['stale-degraded', 'fake', 'deploying', 30, 'degraded'],
      ['stale-absent', 'fake', 'absent', 30, 'degraded'],
      ['over', 'fake', 'failed', 3_000, 'degraded'],
      ['patient', 'slow', 'running', 30, 'ok'],
      ['mute', 'mute', 'running', 1, 'ok'],
      ['known-unknown', 'fake', 'unknown', 3, 'unknown'],
    ];
    await stores.knex('deployments').delete();
    for (const [name, engine, observed, age, health] of rows) {
      const plane = new TestPlane(stores.knex);
      await plane.write({ engine }, 'portal', name);
      await stores
        .knex('deployments')
        .where(rowKey(name))
        .update({
          engine,
          observed,
          health,
          observed_at: new Date(now - age * 1_000).toISOString(),
          engine_job_id: name,
        });
    }
    const { listing } = stores;
    const list = async (query: ListingQuery) =>
      (
        await listing.page({ ...query, stale: freshness.staleness() })
      ).items.map(({ name, deployment }) => ({
        name,
        ...freshness.shown(deployment),
      }));
    const all = await list({});
    expect(all.filter(one => one.state === 'unknown')).toHaveLength(5);
    const names = (some: Array<{ name: string }>) =>
      some.map(({ name }) => name).sort();
    for (const state of OBSERVED_STATES) {
      expect([state, names(await list({ observed: [state] }))]).toEqual([
        state,
        names(all.filter(one => one.state === state)),
      ]);
    }
    for (const state of HEALTH_STATES) {
      expect([state, names(await list({ health: [state] }))]).toEqual([
        state,
        names(all.filter(one => one.health.state === state)),
      ]);
    }
    expect(
      names(await list({ observed: ['running', 'unknown'], health: ['ok'] })),
    ).toEqual(['fresh', 'patient']);
    expect(
      await listing.matchingRefs({
        observed: ['absent'],
        stale: freshness.staleness(),
      }),
    ).toEqual([]);
    for (const order of ['asc', 'desc'] as const) {
      const observed = await list({ sort: 'observed', order });
      const states = observed.map(({ state }) => state);
      const sorted = [...states].sort();
      expect(states).toEqual(order === 'asc' ? sorted : sorted.reverse());
      const health = await list({ sort: 'health', order });
      const words = health.map(one => one.health.state);
      const inOrder = [...words].sort();
      expect(words).toEqual(order === 'asc' ? inOrder : inOrder.reverse());
    }
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
      // Both may have been asked for within one millisecond.
      new Set((await stores.operations.ofBulk('bulk-1')).map(one => one.id)),
    ).toEqual(new Set([first.id, second.id]));
  });
});
