import { Databases } from '../__testUtils__/Databases';
import { SPEC, TestPlane, ORDERS } from '../__testUtils__/TestPlane';
import { createStores, Stores } from './Stores';

jest.setTimeout(180_000);

describe.each(Databases.kinds)('stores on %s', kind => {
  const databases = new Databases();
  let stores: Stores;
  let plane: TestPlane;
  const key = { entityRef: ORDERS, environment: 'default' };

  beforeEach(async () => {
    const knex = await databases.migrated(kind);
    stores = createStores(knex);
    plane = new TestPlane(knex);
  });
  afterAll(async () => databases.close());

  it('writes a new version only when the job would run differently', async () => {
    await plane.write();
    await plane.write({ owner: 'group:default/other' });
    expect(await stores.jobs.get(ORDERS)).toMatchObject({
      latestVersion: 1,
      owner: 'group:default/other',
    });
    await plane.write({ parallelism: 2 });
    expect(await stores.jobs.versions(ORDERS)).toMatchObject([
      { version: 2, createdBy: 'user:default/lin', spec: { parallelism: 2 } },
      { version: 1, spec: SPEC },
    ]);
    await expect(
      stores.jobs.create({
        namespace: 'default',
        name: 'Orders',
        origin: 'portal',
        spec: SPEC,
        by: 'user:default/lin',
      }),
    ).rejects.toThrow(/already a job/);
  });

  it('declares environments, and keeps those that ran', async () => {
    await plane.write({ environments: { a: {}, b: { engine: 'two' } } });
    await stores.deployments.update(
      { entityRef: ORDERS, environment: 'a' },
      { runId: 'r1' },
    );
    await plane.write({ environments: { c: {} } });
    const names = (await stores.deployments.ofJob(ORDERS)).map(
      one => one.environment,
    );
    expect(names).toEqual(['a', 'c']);
  });

  it('forgets what was told and planned of a job with the job', async () => {
    await plane.write();
    const at = new Date().toISOString();
    const of = { entity_ref: ORDERS };
    const here = { ...of, environment: 'default', cause: 'failed' };
    const rows: Record<string, object> = {
      job_alerts: {
        ...here,
        state: 'active',
        severity: 'high',
        message: 'It failed.',
        since: at,
        changed_at: at,
        times: 1,
        revision: 1,
      },
      job_notices: {
        ...here,
        id: 'n1',
        event: 'began',
        recipient: 'group:default/shop',
        scope: 's',
        payload: '{}',
        state: 'sent',
        created_at: at,
      },
      schedules: { ...of, schedule_key: 'k', job_updated_at: at },
      schedule_firings: {
        ...of,
        environment: 'default',
        scheduled_at: at,
        outcome: 'skipped',
        decided_at: at,
      },
    };
    for (const [table, row] of Object.entries(rows)) {
      await stores.knex(table).insert(row);
    }
    await stores.jobs.delete(ORDERS);
    for (const table of [...Object.keys(rows), 'jobs', 'deployments']) {
      expect([table, await stores.knex(table).where(of)]).toEqual([table, []]);
    }
  });

  it('lets one replica hold a lease at a time', async () => {
    const { leases } = stores;
    const taken = await Promise.all(
      ['a', 'b', 'c'].map(owner => leases.acquire('x', owner, 60_000)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    const holder = ['a', 'b', 'c'][taken.indexOf(true)];
    expect(await leases.acquire('x', holder, 1)).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 10));
    expect(await leases.acquire('x', 'd', 60_000)).toBe(true);
    await leases.release('x', 'd');
    expect(await leases.acquire('x', 'e', 60_000)).toBe(true);
  });

  it('takes over a lease that a clock gave which was set back since', async () => {
    const { leases } = stores;
    const now = jest.spyOn(Date, 'now');
    now.mockReturnValue(Date.parse('2026-01-01T13:00:00Z'));
    expect(await leases.acquire('x', 'gone', 8_000)).toBe(true);
    now.mockReturnValue(Date.parse('2026-01-01T12:00:00Z'));
    expect(await leases.acquire('x', 'here', 8_000)).toBe(true);
    expect(await leases.acquire('x', 'other', 8_000)).toBe(false);
    now.mockRestore();
  });

  it('has one active operation per deployment, claimed by one worker', async () => {
    await plane.write();
    const draft = {
      ...key,
      verb: 'deploy' as const,
      params: {},
      requestedBy: 'user:default/lin',
      surface: 'api' as const,
      desired: 'running' as const,
    };
    const created = await Promise.allSettled(
      [1, 2, 3].map(() => stores.operations.create(draft)),
    );
    expect(created.filter(one => one.status === 'fulfilled')).toHaveLength(1);
    expect((await stores.deployments.get(key))?.desired).toBe('running');

    const claims = await Promise.all(
      ['a', 'b', 'c'].map(owner => stores.operations.claim(owner, 60_000)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const owner = ['a', 'b', 'c'][claims.findIndex(Boolean)];
    const { operation, progress } = claims.find(Boolean)!;
    expect(await stores.operations.save(operation, progress, 'z')).toBe(false);
    operation.state = 'succeeded';
    operation.endedAt = new Date().toISOString();
    expect(await stores.operations.finish(operation, owner)).toBe(true);
    await stores.operations.create(draft);
    expect(
      await stores.operations.list({ entityRef: ORDERS }, 10),
    ).toHaveLength(2);
  });

  it('knows a snapshot by its location, and who took it first', async () => {
    await plane.write();
    const told = {
      id: 's1',
      kind: 'savepoint' as const,
      location: 'file:/s1',
      createdAt: '2026-01-01T00:00:00.000Z',
      engineJobId: 'j1',
      sizeBytes: 5_000_000_000,
    };
    await stores.snapshots.record(key, {
      ...told,
      runId: 'r1',
      version: 1,
      triggeredBy: 'user:default/lin',
    });
    await stores.snapshots.record(key, { ...told, runId: 'r2', version: 2 });
    expect(await stores.snapshots.list(key)).toEqual([
      { ...told, runId: 'r1', version: 1, triggeredBy: 'user:default/lin' },
    ]);
    // An engine that writes over its snapshot has taken a new one.
    await stores.snapshots.record(key, {
      ...told,
      createdAt: '2026-01-02T00:00:00.000Z',
      runId: 'r2',
      version: 2,
    });
    expect(await stores.snapshots.find(key, 'file:/s1')).toMatchObject({
      runId: 'r2',
      version: 2,
      triggeredBy: undefined,
    });
  });

  describe('the list', () => {
    const seed = async (count: number) => {
      const now = '2026-01-01T00:00:00.000Z';
      const rows = Array.from({ length: count }, (_, i) => ({
        name: `job-${String(i).padStart(5, '0')}`,
        i,
      }));
      for (let at = 0; at < rows.length; at += 500) {
        const part = rows.slice(at, at + 500);
        await stores.knex.batchInsert(
          'jobs',
          part.map(({ name, i }) => ({
            entity_ref: `datajob:default/${name}`,
            namespace: 'default',
            name,
            search_text: `${name}\n${i % 2 ? '100%_real' : 'other'}`,
            owner: `group:default/team-${i % 10}`,
            type: i % 3 ? 'flink-sql' : 'seatunnel',
            processing: 'streaming',
            origin: 'git',
            spec: JSON.stringify(SPEC),
            run_hash: 'x',
            latest_version: 1,
            created_at: now,
            updated_at: now,
          })),
          20,
        );
        await stores.knex.batchInsert(
          'deployments',
          part.map(({ name, i }) => ({
            entity_ref: `datajob:default/${name}`,
            environment: 'default',
            engine: 'fake',
            desired: 'running',
            observed: i % 4 ? 'running' : 'failed',
            observed_at: now,
            since: now,
            engine_job_id: `engine-${name}`,
            health: i % 4 ? 'ok' : 'degraded',
            health_reasons: '[]',
          })),
          20,
        );
      }
    };

    it('finds text as it stands, filters, sorts and pages', async () => {
      await seed(40);
      const { listing } = stores;
      const total = async (query: object) =>
        (await listing.page(query)).totalItems;
      expect(await total({})).toBe(40);
      expect(await total({ text: '100%_REAL' })).toBe(20);
      expect(await total({ text: '1%0' })).toBe(0);
      expect(await total({ text: "'; drop table jobs; --" })).toBe(0);
      expect(await total({ text: 'real job-0000' })).toBe(5);
      expect(await total({ observed: ['failed'], type: ['seatunnel'] })).toBe(
        4,
      );
      expect(
        await total({
          owner: ['group:default/team-1', 'group:default/team-2'],
        }),
      ).toBe(8);
      const page = await listing.page({
        sort: 'health',
        order: 'desc',
        limit: 3,
        offset: 1,
      });
      expect(page.totalItems).toBe(40);
      expect(
        page.items.map(item => item.deployment.observation.health.state),
      ).toEqual(['ok', 'ok', 'ok']);
      const hidden = await listing.page(
        { limit: 1 },
        { except: ['datajob:default/job-00000'] },
      );
      expect(hidden).toMatchObject({
        totalItems: 39,
        items: [{ name: 'job-00001' }],
      });
      expect(
        (await listing.page({}, { only: ['datajob:default/job-00007'] }))
          .totalItems,
      ).toBe(1);
    });

    // How fast it is: `yarn bench jobs`.
    it('shows any page of 10,000 jobs', async () => {
      await seed(10_000);
      const { listing } = stores;
      const names = async (query: Parameters<typeof listing.page>[0]) => {
        const page = await listing.page({ limit: 2, ...query });
        return [page.totalItems, ...page.items.map(item => item.name)];
      };
      expect(await names({})).toEqual([10_000, 'job-00000', 'job-00001']);
      expect(await names({ offset: 9_998 })).toEqual([
        10_000,
        'job-09998',
        'job-09999',
      ]);
      expect(await names({ text: 'job-0999' })).toEqual([
        10,
        'job-09990',
        'job-09991',
      ]);
      expect(await names({ order: 'desc' })).toEqual([
        10_000,
        'job-09999',
        'job-09998',
      ]);
    });
  });
});
