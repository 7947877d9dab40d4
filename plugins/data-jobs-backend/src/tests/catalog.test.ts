import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { eventually } from '@datalark/backend-test-kit';
import catalogModuleDataEntities from '@datalark/backstage-plugin-catalog-backend-module-data-entities';
import catalogModuleDataJobs from '@datalark/backstage-plugin-catalog-backend-module-data-jobs';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import request from 'supertest';
import { fakeEngineModule } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';
import dataJobsPlugin from '../index';

jest.setTimeout(150_000);

// The default of test back ends publishes to nobody.
const realEvents = createServiceFactory({
  service: eventsServiceRef,
  deps: { logger: coreServices.rootLogger },
  createRootContext: ({ logger }) =>
    DefaultEventsService.create({ logger, useEventBus: 'never' }),
  factory: async (_deps, events) => events,
});

describe('beside a real catalog', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-jobs-catalog-'));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it('jobs cross the border both ways, and go again', async () => {
    const file = join(folder, 'jobs.yaml');
    await writeFile(
      file,
      JSON.stringify({
        apiVersion: 'datalark.io/v1alpha1',
        kind: 'DataJob',
        metadata: { name: 'from-git' },
        spec: SPEC,
      }),
    );
    const engine = createFakeEngine({ name: 'fake' });
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleDataEntities,
        catalogModuleDataJobs,
        dataJobsPlugin,
        fakeEngineModule(engine),
        realEvents,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:0',
              listen: { host: '127.0.0.1', port: 0 },
            },
            dataJobs: {
              autoDeploy: true,
              engines: { fake: { type: 'fake' } },
              catalogSync: { interval: { milliseconds: 200 } },
              jarStore: { directory: folder },
            },
            catalog: {
              rules: [{ allow: ['DataJob', 'Location'] }],
              locations: [{ type: 'file', target: file }],
            },
          },
        }),
      ],
    });
    const api = request(server);
    const entity = (name: string) =>
      api.get(`/api/catalog/entities/by-name/datajob/default/${name}`);

    const made = await api
      .post('/api/data-jobs/jobs')
      .send({ name: 'made-here', title: 'Made here', spec: SPEC });
    expect(made.status).toBe(201);
    const { body } = await eventually(
      () => entity('made-here'),
      ({ status }) => expect(status).toBe(200),
    );
    expect(body).toMatchObject({
      metadata: {
        title: 'Made here',
        annotations: {
          'datalark.io/origin': 'portal',
          'backstage.io/managed-by-location': 'data-jobs:portal',
        },
      },
      relations: expect.arrayContaining([
        { type: 'ownedBy', targetRef: 'group:default/shop' },
      ]),
    });

    await eventually(
      () => api.get('/api/data-jobs/jobs/default/from-git'),
      answer =>
        expect(answer.body.deployments).toMatchObject([
          {
            observation: { state: 'running' },
            lastChange: { by: 'catalog', verb: 'deploy' },
          },
        ]),
      // The catalog reads files in its own time.
      90_000,
    );
    const taken = await api
      .post('/api/data-jobs/jobs')
      .send({ name: 'from-git', spec: SPEC });
    expect(taken.status).toBe(409);

    await api
      .post('/api/data-jobs/jobs/default/made-here/operations')
      .send({ verb: 'delete' })
      .expect(202);
    await eventually(
      () => entity('made-here'),
      ({ status }) => expect(status).toBe(404),
    );
    const { body: list } = await api.get('/api/data-jobs/jobs');
    expect(list.items).toMatchObject([{ name: 'from-git', origin: 'git' }]);
  });
});
