import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import catalogModuleDataEntities from './index';

const fixtures = join(__dirname, '../../data-entities-common/src/__fixtures__');

const read = (file: string) => readFileSync(join(fixtures, file), 'utf8');

const load = (folder: string): Array<Entity & { file: string }> =>
  readdirSync(join(fixtures, folder))
    .filter(file => file.endsWith('.yaml'))
    .map(file => ({ file, ...parse(read(join(folder, file))) }));

const LOCATION = 'url:https://example.com/catalog-info.yaml';

function located(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        'backstage.io/managed-by-location': LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
      },
    },
  };
}

// What is wrong with these is their own name, which the test replaces.
const ABOUT_THE_NAME = ['datajob-name', 'datajob-depends-itself'];

/** The bad entities under the names of their files, each with the words expected. */
function badEntities() {
  return load('bad')
    .map(({ file, ...entity }) => {
      const name = file.replace(/\.yaml$/, '');
      return {
        entity: { ...entity, metadata: { name } },
        words: read(join('bad', `${name}.txt`))
          .trim()
          .split('\n'),
      };
    })
    .filter(({ entity }) => !ABOUT_THE_NAME.includes(entity.metadata.name));
}

type Refusals = Map<string, string>;

function provide(entities: Entity[], refusals: Refusals) {
  const provider: EntityProvider = {
    getProviderName: () => 'fixtures',
    async connect(connection) {
      await connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: 'fixtures' })),
      });
    },
  };
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'fixtures',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider(provider);
          catalog.setOnProcessingErrorHandler(
            ({ unprocessedEntity, errors }) => {
              refusals.set(
                unprocessedEntity.metadata.name,
                errors.map(String).join('\n'),
              );
            },
          );
        },
      });
    },
  });
}

async function until<T>(
  look: () => Promise<T>,
  done: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + 40_000;
  let value = await look();
  while (!done(value) && Date.now() < end) {
    await new Promise(resolve => setTimeout(resolve, 100));
    value = await look();
  }
  return value;
}

describe.each([
  ['by the processor', false],
  ['as model layers', true],
])('the data kinds in a real catalog, %s', (_how, modelLayers) => {
  const refusals: Refusals = new Map();
  const good = load('good').map(({ file: _file, ...entity }) =>
    located(entity),
  );
  const bad = badEntities();
  const group = located({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'shop' },
    spec: { type: 'team', children: [] },
  });
  let stop = async () => {};
  let entities: Entity[] = [];

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleDataEntities,
        provide(
          [group, ...good, ...bad.map(({ entity }) => located(entity))],
          refusals,
        ),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              dataEntities: { modelLayers },
              processingInterval: { hours: 1 },
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    const look = async (): Promise<Entity[]> => {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/catalog/entities`,
        { headers: { authorization: mockCredentials.service.header() } },
      );
      return response.json();
    };
    entities = await until(
      look,
      found =>
        found.length > good.length &&
        refusals.size >= bad.length &&
        found.every(({ relations }) => relations?.length),
    );
  }, 60_000);

  afterAll(() => stop());

  const relationsOf = (kind: string, name: string) =>
    entities
      .find(entity => entity.kind === kind && entity.metadata.name === name)
      ?.relations?.map(({ type, targetRef }) => `${type} ${targetRef}`)
      .sort();

  it('takes every good entity and no bad one', () => {
    const names = (list: Entity[]) =>
      list.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
    expect(names(entities)).toEqual(names([group, ...good]));
    expect(refusals.size).toBe(bad.length);
  });

  it('refuses each bad entity in the words beside it', () => {
    for (const { entity, words } of bad) {
      for (const line of words) {
        expect(refusals.get(entity.metadata.name)).toContain(line);
      }
    }
  });

  it('relates in both directions', () => {
    expect(relationsOf('Dataset', 'orders')).toEqual([
      'checkedBy quality:default/orders-quality',
      'derivedTo dataset:default/orders-report',
      'governedBy quality:default/customer-data',
      'ownedBy group:default/shop',
      'partOf system:default/shop',
      'readBy lineage:default/orders-to-report',
      'storedIn datasource:default/shop-db',
    ]);
    expect(relationsOf('DataSource', 'shop-db')).toEqual([
      'dependencyOf quality:default/orders-quality',
      'dependsOn resource:default/shop-db-cluster',
      'ownedBy group:default/shop',
      'partOf system:default/shop',
      'stores dataset:default/orders',
      'stores dataset:default/orders-report',
    ]);
    expect(relationsOf('Dataset', 'orders-report')).toEqual([
      'derivesFrom dataset:default/orders',
      'ownedBy user:default/lin',
      'storedIn datasource:default/shop-db',
      'writtenBy lineage:default/orders-to-report',
    ]);
    expect(relationsOf('Quality', 'customer-data')).toEqual([
      'governs dataset:default/orders',
      'ownedBy group:default/shop',
    ]);
    expect(relationsOf('Group', 'shop')).toEqual([
      'ownerOf dataset:default/orders',
      'ownerOf datasource:default/shop-db',
      'ownerOf lineage:default/orders-to-report',
      'ownerOf quality:default/customer-data',
      'ownerOf quality:default/orders-quality',
    ]);
    expect(relationsOf('DataJob', 'clicks')).toEqual([
      'dependencyOf lineage:default/orders-to-report',
      'ownedBy user:default/lin',
    ]);
    expect(relationsOf('DataJob', 'orders-enriched')).toEqual([
      'dependsOn component:default/billing',
      'dependsOn datajob:shop/currency-rates',
      'ownedBy group:default/data-platform',
      'partOf system:shop/shop',
      'readsFrom dataset:default/customers',
      'readsFrom dataset:shop/orders',
      'writesTo dataset:shop/orders-enriched',
    ]);
  });
});
