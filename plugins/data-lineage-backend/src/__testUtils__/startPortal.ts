import { ServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import dataLineagePlugin from '../index';

/** A back end with this plugin, for tests. */
export async function startPortal(
  options: { dataLineage?: object; services?: ServiceFactory[] } = {},
) {
  const { server } = await startTestBackend({
    features: [
      dataLineagePlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          dataLineage: options.dataLineage ?? {},
        },
      }),
      ...(options.services ?? []),
    ],
  });
  return { server };
}
