import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { relationsOf } from './relationsOf';

const load = (name: string): Entity =>
  parse(
    readFileSync(join(__dirname, `../__fixtures__/good/${name}.yaml`), 'utf8'),
  );

const lines = (entity: Entity, options?: { only?: 'entries' }) =>
  relationsOf(entity, options).map(
    ({ source, type, reverseType, target }) =>
      `${stringifyEntityRef(
        source,
      )} ${type}/${reverseType} ${stringifyEntityRef(target)}`,
  );

describe('relationsOf', () => {
  it('relates a job to owner, system, datasets and what it needs', () => {
    const job = 'datajob:shop/orders-enriched';
    expect(lines(load('datajob-flink-sql'))).toEqual([
      `${job} ownedBy/ownerOf group:default/data-platform`,
      `${job} partOf/hasPart system:shop/shop`,
      `${job} readsFrom/readBy dataset:shop/orders`,
      `${job} readsFrom/readBy dataset:default/customers`,
      `${job} writesTo/writtenBy dataset:shop/orders-enriched`,
      `${job} dependsOn/dependencyOf datajob:shop/currency-rates`,
      `${job} dependsOn/dependencyOf component:default/billing`,
    ]);
  });

  it('relates a dataset to where it is stored and what governs it', () => {
    expect(lines(load('dataset'))).toEqual([
      'dataset:default/orders ownedBy/ownerOf group:default/shop',
      'dataset:default/orders partOf/hasPart system:default/shop',
      'dataset:default/orders storedIn/stores datasource:default/shop-db',
      'dataset:default/orders governedBy/governs quality:default/customer-data',
    ]);
  });

  it('relates a lineage, and its datasets among each other, each once', () => {
    const lineage = 'lineage:default/orders-to-report';
    const entries = [
      `${lineage} writesTo/writtenBy dataset:default/orders-report`,
      `${lineage} readsFrom/readBy dataset:default/orders`,
      `${lineage} dependsOn/dependencyOf datajob:default/shop-to-doris`,
      `dataset:default/orders-report derivesFrom/derivedTo dataset:default/orders`,
    ];
    expect(lines(load('lineage'), { only: 'entries' })).toEqual(entries);
    expect(lines(load('lineage'))).toEqual([
      `${lineage} ownedBy/ownerOf group:default/shop`,
      `${lineage} partOf/hasPart system:default/shop`,
      `${lineage} partOf/hasPart domain:default/sales`,
      `${lineage} dependsOn/dependencyOf datajob:default/clicks`,
      ...entries,
    ]);
  });

  it('relates a quality to its dataset and its connection', () => {
    expect(lines(load('quality'))).toEqual([
      'quality:default/orders-quality ownedBy/ownerOf group:default/shop',
      'quality:default/orders-quality checks/checkedBy dataset:default/orders',
      'quality:default/orders-quality dependsOn/dependencyOf datasource:default/shop-db',
    ]);
  });

  it('leaves out what is no reference or of a kind the field does not take', () => {
    const dataset = load('dataset');
    dataset.spec!.owner = 'system:default/shop';
    dataset.spec!.source = ':::';
    dataset.spec!.standards = [];
    dataset.spec!.system = 7;
    expect(lines(dataset)).toEqual([]);
  });

  it('has nothing to say about other kinds', () => {
    expect(
      relationsOf({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'a' },
        spec: { owner: 'b' },
      }),
    ).toEqual([]);
  });
});
