import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ActionsRegistryService,
  actionsRegistryServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { dataJobsPermissions } from '@datalark/backstage-plugin-data-jobs-common';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { eventually, TestPermissions } from '@datalark/backend-test-kit';
import request from 'supertest';
import { zipOf } from '../__testUtils__/jarFile';
import { startPortal } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(60_000);

type Attempt = [
  permission: string,
  method: 'get' | 'post' | 'put',
  path: string,
  body?: object,
];

const JOB = '/jobs/default/orders';
const verb = (name: string, params?: object): Attempt => [
  `data-jobs.job.${name}`,
  'post',
  `${JOB}/operations`,
  { verb: name, params },
];

const ROUTES: Attempt[] = [
  ['data-jobs.job.read', 'get', JOB],
  ['data-jobs.job.read', 'get', `${JOB}/versions`],
  ['data-jobs.job.read', 'get', `${JOB}/runs`],
  ['data-jobs.job.read', 'get', `${JOB}/operations`],
  ['data-jobs.job.read', 'get', `${JOB}/entity.yaml`],
  ['data-jobs.job.read', 'get', `${JOB}/snapshots`],
  ['data-jobs.job.read', 'get', `${JOB}/alerts`],
  ['data-jobs.job.read', 'get', `${JOB}/resolved`],
  ['data-jobs.job.read', 'get', `${JOB}/comparison`],
  ...['exceptions', 'checkpoints', 'metrics', 'log', 'plan'].flatMap(
    (what): Attempt[] => [
      ['data-jobs.job.read', 'get', `${JOB}/${what}`],
      ['data-jobs.job.inspect', 'get', `${JOB}/${what}`],
    ],
  ),
  ['data-jobs.job.create', 'post', '/jobs', { name: 'new', spec: SPEC }],
  ['data-jobs.job.create', 'post', '/validate', { name: 'new', spec: SPEC }],
  ['data-jobs.job.create', 'get', '/jars'],
  ['data-jobs.job.update', 'put', JOB, { spec: SPEC }],
  ['data-jobs.engine.read', 'get', '/engines'],
  ['data-jobs.engine.read', 'get', '/unmanaged-jobs'],
  [
    'data-jobs.job.adopt',
    'post',
    '/unmanaged-jobs/adopt',
    { engine: 'flink', engineJobId: 'a', name: 'new', owner: 'guests' },
  ],
  ['data-jobs.jar.upload', 'post', '/jars'],
  [
    'data-jobs.jar.upload',
    'post',
    '/jobs',
    {
      name: 'jar',
      spec: {
        ...SPEC,
        type: 'flink-jar',
        definition: { jar: 'https://example.com/a.jar' },
      },
    },
  ],
  ['data-jobs.sql.submit', 'post', `${JOB}/operations`, { verb: 'deploy' }],
  [
    'data-jobs.sql.submit',
    'post',
    `${JOB}/operations`,
    { verb: 'rollback', params: { version: 1 } },
  ],
  [
    'data-jobs.sql.submit',
    'post',
    '/jobs',
    { name: 'new', spec: SPEC, deploy: true },
  ],
  [
    'data-jobs.job.deploy',
    'post',
    '/jobs',
    { name: 'new', spec: SPEC, deploy: true },
  ],
  ['data-jobs.job.deploy', 'put', JOB, { spec: SPEC, deploy: true }],
  verb('deploy'),
  verb('stop'),
  verb('suspend'),
  verb('resume'),
  verb('restart'),
  verb('savepoint'),
  verb('restore', { snapshot: 's' }),
  verb('rollback', { version: 1 }),
  verb('delete'),
  ...['deploy', 'stop', 'delete'].map(
    (name): Attempt => [
      'data-jobs.environment.protected',
      'post',
      `${JOB}/operations`,
      { verb: name },
    ],
  ),
  [
    'data-jobs.job.deploy',
    'post',
    `${JOB}/operations/preview`,
    { verb: 'deploy' },
  ],
];

const ACTIONS: Array<[permission: string, action: string, input: object]> = [
  ['data-jobs.job.read', 'get-job', { entityRef: 'orders' }],
  ['data-jobs.job.read', 'list-snapshots', { entityRef: 'orders' }],
  ['data-jobs.job.read', 'list-alerts', { entityRef: 'orders' }],
  ['data-jobs.job.read', 'resolve-job', { entityRef: 'orders' }],
  ['data-jobs.job.read', 'compare-environments', { entityRef: 'orders' }],
  [
    'data-jobs.job.stop',
    'preview-operation',
    { entityRef: 'orders', verb: 'stop' },
  ],
  ['data-jobs.environment.protected', 'deploy-job', { entityRef: 'orders' }],
  ['data-jobs.job.create', 'validate-job', { name: 'new', spec: SPEC }],
  ['data-jobs.job.create', 'register-job', { name: 'new', spec: SPEC }],
  ['data-jobs.job.update', 'update-job', { entityRef: 'orders', spec: SPEC }],
  ['data-jobs.engine.read', 'list-engines', {}],
  ['data-jobs.engine.read', 'list-unmanaged-jobs', {}],
  [
    'data-jobs.job.adopt',
    'adopt-job',
    { engine: 'flink', engineJobId: 'a', name: 'new', owner: 'guests' },
  ],
  ['data-jobs.sql.submit', 'deploy-job', { entityRef: 'orders' }],
  ...[
    'deploy',
    'stop',
    'suspend',
    'resume',
    'restart',
    'savepoint',
    'delete',
  ].map((name): [string, string, object] => [
    `data-jobs.job.${name}`,
    `${name}-job`,
    { entityRef: 'orders' },
  ]),
  [
    'data-jobs.job.restore',
    'restore-job',
    { entityRef: 'orders', snapshot: 's' },
  ],
  [
    'data-jobs.job.rollback',
    'rollback-job',
    { entityRef: 'orders', version: 1 },
  ],
];

describe('permissions', () => {
  const permissions = new TestPermissions();
  const actions = actionsRegistryServiceMock();
  let api: ReturnType<typeof request>;

  beforeAll(async () => {
    const { server } = await startPortal({
      dataJobs: { protectedEnvironments: ['default'] },
      services: [
        permissions.factory,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions as ActionsRegistryService,
        }),
      ],
    });
    api = request(server);
    for (const name of ['orders', 'refunds']) {
      await api
        .post('/api/data-jobs/jobs')
        .send({ name, spec: SPEC })
        .expect(201);
    }
  });
  beforeEach(() => {
    permissions.denied.clear();
    permissions.conditional.clear();
  });

  it('are each needed by some route', () => {
    const asked = new Set(ROUTES.map(([permission]) => permission));
    expect(dataJobsPermissions.map(one => one.name).sort()).toEqual(
      [...asked].sort(),
    );
  });

  // A missing column would become a `done` callback.
  it.each(ROUTES.map(([a, b, c, d]) => [a, b, c, d] as const))(
    '%s denied: %s %s',
    async (permission, method, path, body) => {
      permissions.denied.add(permission);
      let call = api[method](`/api/data-jobs${path}`);
      if (path === '/jars' && method === 'post') {
        call = call.attach('jarfile', zipOf(['META-INF/MANIFEST.MF']), 'a.jar');
      } else if (body) call = call.send(body) as any;
      const response = await call;
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain(permission);
    },
  );

  it.each(ACTIONS)(
    '%s denied: action %s',
    async (permission, action, input) => {
      permissions.denied.add(permission);
      await expect(
        actions.invoke({
          id: `test:${action}`,
          input: input as any,
          credentials: mockCredentials.user(),
        }),
      ).rejects.toThrow(permission);
    },
  );

  it('were denied before anything was created', async () => {
    const { body } = await api.get('/api/data-jobs/jobs');
    expect(body.items.map((item: any) => item.name)).toEqual([
      'orders',
      'refunds',
    ]);
    expect(
      (await api.get(`/api/data-jobs${JOB}/operations`)).body.items,
    ).toEqual([]);
  });

  it('filter the list, and its total is honest', async () => {
    permissions.denied.add('data-jobs.job.read');
    const none = await api.get('/api/data-jobs/jobs');
    expect(none.body).toEqual({ items: [], totalItems: 0 });

    permissions.denied.clear();
    permissions.conditional.set(
      'data-jobs.job.read',
      new Set(['datajob:default/refunds']),
    );
    permissions.asked = 0;
    const first = await api.get('/api/data-jobs/jobs?limit=1');
    expect(first.body).toMatchObject({
      totalItems: 1,
      items: [{ name: 'refunds' }],
    });
    const asked = permissions.asked;
    await api.get('/api/data-jobs/jobs?limit=1');
    expect(permissions.asked).toBe(asked);
    expect(
      await actions.invoke({
        id: 'test:list-jobs',
        input: { limit: '5', observed: 'absent, running' } as any,
        credentials: mockCredentials.user(),
      }),
    ).toMatchObject({ output: { totalItems: 1 } });
  });

  it('that depend on the entity wait for it to be in the catalog', async () => {
    const granted = new Set<string>();
    permissions.conditional.set('data-jobs.job.deploy', granted);
    setTimeout(() => granted.add('datajob:default/later'), 300);
    const { body } = await api
      .post('/api/data-jobs/jobs')
      .send({ name: 'later', spec: SPEC, deploy: true })
      .expect(201);
    expect(body.operation).toMatchObject({ verb: 'deploy' });
    await eventually(
      () => api.get(`/api/data-jobs/operations/${body.operation.id}`),
      answer => expect(answer.body.state).toBe('succeeded'),
    );
  });

  it('let who asked for an operation see it, nobody else', async () => {
    const asked = await api
      .post('/api/data-jobs/jobs/default/refunds/operations')
      .send({ verb: 'deploy' })
      .expect(202);
    permissions.denied.add('data-jobs.job.read');
    const path = `/api/data-jobs/operations/${asked.body.id}`;
    await api.get(path).expect(200);
    await api
      .get(path)
      .set(
        'Authorization',
        mockCredentials.user.header('user:default/somebody'),
      )
      .expect(403);
  });

  it('do not open portal entities to users', async () => {
    await api.get('/api/data-jobs/portal-entities').expect(403);
    const { body } = await api
      .get('/api/data-jobs/portal-entities')
      .set('Authorization', mockCredentials.service.header());
    expect(body.items[0]).toMatchObject({
      kind: 'DataJob',
      metadata: {
        name: 'later',
        annotations: { 'datalark.io/origin': 'portal' },
      },
    });
  });
});
