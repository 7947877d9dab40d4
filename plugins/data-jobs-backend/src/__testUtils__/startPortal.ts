import {
  createBackendModule,
  createServiceFactory,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  JobEngine,
  jobEnginesExtensionPoint,
} from '@datalark/backstage-plugin-data-jobs-node';
import {
  FakeEngine,
  createFakeEngine,
} from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import dataJobsPlugin from '../index';

/** Brings engines of type `fake`: all of them are the one given. */
export function fakeEngineModule(engine: FakeEngine) {
  return createBackendModule({
    pluginId: 'data-jobs',
    moduleId: 'fake',
    register(reg) {
      reg.registerInit({
        deps: { engines: jobEnginesExtensionPoint },
        async init({ engines }) {
          engines.addEngineFactory({
            type: 'fake',
            create: (): JobEngine => engine,
          });
        },
      });
    },
  });
}

/** A back end with this plugin and fake engines, for tests. */
export async function startPortal(
  options: {
    engine?: FakeEngine;
    entities?: Entity[];
    dataJobs?: object;
    services?: ServiceFactory[];
  } = {},
) {
  const engine =
    options.engine ?? createFakeEngine({ name: 'fake', observeEveryMs: 20 });
  const catalog = catalogServiceMock({ entities: options.entities ?? [] });
  const catalogFactory = createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog,
  });
  const { server } = await startTestBackend({
    features: [
      dataJobsPlugin,
      fakeEngineModule(engine),
      catalogFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          dataJobs: {
            engines: { fake: { type: 'fake' } },
            operations: {
              idleInterval: { milliseconds: 20 },
              pollInterval: { milliseconds: 5 },
            },
            catalogSync: { interval: { milliseconds: 50 } },
            snapshots: { interval: { milliseconds: 50 } },
            ...options.dataJobs,
          },
        },
      }),
      ...(options.services ?? []),
    ],
  });
  return { server, engine, catalog };
}
