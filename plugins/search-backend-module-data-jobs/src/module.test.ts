import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import searchPlugin from '@backstage/plugin-search-backend';
import request from 'supertest';
import { parse } from 'yaml';
import { DataJobsCollatorFactory } from './DataJobsCollatorFactory';
import searchModuleDataJobs from './index';

jest.setTimeout(60_000);

const JOBS = join(__dirname, '../../../examples/jobs');

const entities: Entity[] = readdirSync(JOBS).map(name =>
  parse(
    readFileSync(join(JOBS, name, 'catalog-info.yaml'), 'utf8'),
    (_key, value) =>
      value && typeof value === 'object' && '$text' in value
        ? readFileSync(join(JOBS, name, String(value.$text)), 'utf8')
        : value,
  ),
);
const catalog = catalogServiceMock({ entities });

describe('DataJobsCollatorFactory', () => {
  it('gives every job once', async () => {
    const factory = new DataJobsCollatorFactory({
      auth: mockServices.auth(),
      catalog,
    });
    expect(factory.visibilityPermission.name).toBe('data-jobs.job.read');
    const { documents } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(documents.map(({ title }) => title).sort()).toEqual(
      entities.map(({ metadata }) => metadata.title ?? metadata.name).sort(),
    );
    // Not even the name of a secret.
    expect(JSON.stringify(entities)).toContain('secret:shop-postgres');
    expect(JSON.stringify(documents)).not.toMatch(/secret:|shop-postgres/);
  });
});

describe('search', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  const hidden = new Set<string>();
  const scheduler = mockServices.scheduler();

  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        searchPlugin,
        searchModuleDataJobs,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
          },
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => catalog,
        }),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => ({
            authorize: async (requests: any[]) =>
              requests.map(({ resourceRef }) => ({
                result: hidden.has(resourceRef)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
              })),
            authorizeConditional: async (requests: any[]) =>
              requests.map((): any => ({
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: {},
              })),
          }),
        }),
      ],
    }));
    await scheduler.triggerTask('search_index_data_jobs');
  });

  async function found(term: string): Promise<string[]> {
    const { body } = await request(server)
      .get('/api/search/query')
      .query({ term, 'types[0]': 'data-jobs', pageLimit: 50 });
    return (body.results ?? [])
      .map((one: any) => one.document.location.split('/').pop())
      .sort();
  }

  it.each(['kafka', 'jdbc', 'datagen', 'FakeSource'])(
    'finds the jobs with the connector %s',
    async term => {
      const really = entities
        .filter(({ spec }) =>
          new RegExp(`'connector' = '${term}'|\\b${term} \\{`, 'i').test(
            JSON.stringify(spec),
          ),
        )
        .map(({ metadata }) => metadata.name);
      expect(really).not.toEqual([]);
      expect(await found(term)).toEqual(expect.arrayContaining(really));
    },
  );

  it('finds by table, topic and words of the SQL', async () => {
    expect(await found('shop.orders.large')).toContain('order-routing');
    expect(await found('large_orders')).toContain('order-routing');
    expect(await found('lookup.cache')).toContain('order-routing');
    expect(await found('public.products')).toContain('shop-to-warehouse');
  });

  it('does not find what may not be seen', async () => {
    hidden.add('datajob:default/order-routing');
    expect(await found('lookup.cache')).not.toContain('order-routing');
    hidden.clear();
  });
});
