import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { eventually, TestPermissions } from '@datalark/backend-test-kit';
import knexFactory, { Knex } from 'knex';
import request from 'supertest';
import { startPortal } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(120_000);

const JOBS = '/api/data-jobs/jobs';

describe('a job that is registered and deployed in one go', () => {
  const permissions = new TestPermissions();
  let knex: Knex;
  let api: ReturnType<typeof request>;

  beforeAll(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    const { server } = await startPortal({
      dataJobs: { protectedEnvironments: ['production'] },
      services: [
        permissions.factory,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
      ],
    });
    api = request(server);
  });
  beforeEach(() => permissions.denied.clear());
  afterEach(() => knex.raw('drop trigger if exists full'));

  /** From now on no operation can be written down, or none in an environment. */
  const fill = (environment = '%') =>
    knex.raw(
      `create trigger full before insert on operations
         when new.environment like '${environment}'
         begin select raise(abort, 'disk full'); end`,
    );
  const register = (name: string, spec: object = SPEC) =>
    api.post(JOBS).send({ name, spec, deploy: true });
  const rowsOf = async (name: string) => {
    const entityRef = `datajob:default/${name}`;
    const tables = ['jobs', 'job_versions', 'deployments', 'operations'];
    return Promise.all(
      tables.map(
        async table =>
          (await knex(table).where({ entity_ref: entityRef })).length,
      ),
    );
  };

  it('is not there when it cannot be deployed, and can be tried again', async () => {
    await fill();
    const { status, body } = await register('orders');
    expect(status).toBe(500);
    expect(body.error.message).toMatch(/disk full.*Nothing was registered\.$/);
    expect(await rowsOf('orders')).toEqual([0, 0, 0, 0]);
    await api.get(`${JOBS}/default/orders`).expect(404);
    await knex.raw('drop trigger full');
    const again = await register('orders').expect(201);
    expect(again.body.operation).toMatchObject({ verb: 'deploy' });
  });

  it('is not there when one of its environments is refused', async () => {
    permissions.denied.add('data-jobs.environment.protected');
    const { status, body } = await register('guarded', {
      ...SPEC,
      environments: { development: {}, production: {} },
    });
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/Nothing was registered\.$/);
    expect(await rowsOf('guarded')).toEqual([0, 0, 0, 0]);
  });

  it('says that it is there when a part of it is being deployed', async () => {
    await fill('production');
    const { status, body } = await register('halves', {
      ...SPEC,
      environments: { development: {}, production: {} },
    });
    expect(status).toBe(500);
    expect(body.error.message).toMatch(
      /^datajob:default\/halves is registered, but was not deployed everywhere: .*disk full/,
    );
    expect(await rowsOf('halves')).toEqual([1, 1, 2, 1]);
  });

  it('keeps a new version that cannot be deployed, and says so', async () => {
    const { body: first } = await register('changed').expect(201);
    await eventually(
      () => api.get(`/api/data-jobs/operations/${first.operation.id}`),
      answer => expect(answer.body.state).toBe('succeeded'),
    );
    await fill();
    const spec = { ...SPEC, parallelism: 2 };
    const { status, body } = await api
      .put(`${JOBS}/default/changed`)
      .send({ spec, deploy: true });
    expect(status).toBe(500);
    expect(body.error.message).toMatch(
      /^Version 2 of datajob:default\/changed is written, but was not deployed: .*disk full/,
    );
    const { body: job } = await api.get(`${JOBS}/default/changed`);
    expect(job.latestVersion).toBe(2);
    expect(job.deployments[0].deployedVersion).toBe(1);
  });
});
