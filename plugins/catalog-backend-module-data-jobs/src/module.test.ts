import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import Router from 'express-promise-router';
import catalogModuleDataJobs from './index';
import { ENTITIES_TOPIC } from './PortalJobsEntityProvider';

jest.setTimeout(60_000);

// The default of test back ends publishes to nobody.
const realEvents = createServiceFactory({
  service: eventsServiceRef,
  deps: { logger: coreServices.rootLogger },
  createRootContext: ({ logger }) =>
    DefaultEventsService.create({ logger, useEventBus: 'never' }),
  factory: async (_deps, events) => events,
});

const job = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'datalark.io/origin': 'portal' },
  },
  spec: { type: 'job', lifecycle: 'production', owner: 'group:default/shop' },
});

async function startCatalog() {
  const served = { jobs: [job('first')], down: false };
  let publish: (entityRef: string) => Promise<void>;
  let names: () => Promise<string[]>;
  // Stands in for data-jobs: the module knows it by HTTP and events alone.
  const dataJobs = createBackendPlugin({
    pluginId: 'data-jobs',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          events: eventsServiceRef,
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ auth, catalog, events, http, httpAuth }) {
          const router = Router();
          router.get('/portal-entities', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['service'] });
            if (served.down) {
              res.status(503).json({ error: { message: 'down' } });
              return;
            }
            const { after, entityRef } = req.query;
            const all = served.jobs.filter(
              one =>
                !entityRef ||
                entityRef === `component:default/${one.metadata.name}`,
            );
            const from = after ? 1 : 0;
            res.json(
              entityRef
                ? { items: all }
                : {
                    items: all.slice(from, from ? undefined : 1),
                    next: from || all.length < 2 ? undefined : 'more',
                  },
            );
          });
          http.use(router);
          publish = entityRef =>
            events.publish({
              topic: ENTITIES_TOPIC,
              eventPayload: { entityRef },
            });
          names = async () => {
            const { items } = await catalog.getEntities(
              { filter: { kind: 'Component' } },
              { credentials: await auth.getOwnServiceCredentials() },
            );
            return items.map(one => one.metadata.name).sort();
          };
        },
      });
    },
  });
  await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleDataJobs,
      dataJobs,
      realEvents,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:0',
            listen: { host: '127.0.0.1', port: 0 },
          },
          catalog: {
            processingInterval: { seconds: 1 },
            providers: {
              dataJobs: {
                schedule: {
                  frequency: { seconds: 1 },
                  timeout: { seconds: 10 },
                },
              },
            },
          },
        },
      }),
    ],
  });
  return { served, publish: publish!, names: names! };
}

async function untilNames(names: () => Promise<string[]>, wanted: string[]) {
  const began = Date.now();
  let last: string[] = [];
  while (Date.now() - began < 20_000) {
    last = await names();
    if (JSON.stringify(last) === JSON.stringify(wanted)) {
      return Date.now() - began;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  expect(last).toEqual(wanted);
  return Infinity;
}

describe('jobs made in the portal, in the catalog', () => {
  it('appear, appear at once when told, survive a failed read, and go', async () => {
    const { served, publish, names } = await startCatalog();
    await untilNames(names, ['first']);

    served.jobs.push(job('second'));
    await publish('component:default/second');
    expect(await untilNames(names, ['first', 'second'])).toBeLessThan(5_000);

    served.down = true;
    await publish('component:default/first');
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(await names()).toEqual(['first', 'second']);

    served.down = false;
    served.jobs.shift();
    await publish('component:default/first');
    await untilNames(names, ['second']);
  });
});
