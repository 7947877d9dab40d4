import {
  coreServices,
  createServiceFactory,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import dataLineagePlugin from '../index';

/** A back end with this plugin, for tests. */
export async function startPortal(
  options: {
    dataLineage?: object;
    /** `dataJobs.variables`. */
    variables?: Record<string, string>;
    services?: ServiceFactory[];
    entities?: Entity[];
    /** Default: an empty SQLite in memory. */
    database?: Knex;
  } = {},
) {
  const catalog = catalogServiceMock({ entities: options.entities ?? [] });
  const { server } = await startTestBackend({
    features: [
      dataLineagePlugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          dataJobs: { variables: options.variables ?? {} },
          dataLineage: {
            catalogSync: { interval: { milliseconds: 200 } },
            ...options.dataLineage,
          },
        },
      }),
      ...(options.database
        ? [
            createServiceFactory({
              service: coreServices.database,
              deps: {},
              factory: () => ({ getClient: async () => options.database! }),
            }),
          ]
        : []),
      ...(options.services ?? []),
    ],
  });
  return { server };
}
