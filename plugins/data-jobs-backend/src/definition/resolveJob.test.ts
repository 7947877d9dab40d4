import {
  compareResolved,
  ResolvedJob,
} from '@datalark/backstage-plugin-data-jobs-common';
import { SPEC } from '../__testUtils__/TestPlane';
import { resolvedValues, shownDefinition } from './resolveJob';

const spec = {
  ...SPEC,
  parallelism: 1,
  configuration: {
    'table.exec.state.ttl': '1 h',
    'state.backend.type': 'rocksdb',
  },
  variables: { TOPIC: 'orders', URL: 'jdbc:x?password=${secret:db}' },
  definition: { sql: "SELECT '${TOPIC}', '${URL}', '${REGION}' FROM t;" },
  environments: {
    staging: { variables: { TOPIC: 'orders-staging' } },
    production: {
      engine: 'big',
      parallelism: 8,
      configuration: { 'table.exec.state.ttl': '7 d' },
    },
  },
};
const outside = {
  variables: { REGION: 'eu', TOPIC: 'all' },
  engine: { 'state.backend.type': 'hashmap', 'parallelism.default': '1' },
};

describe('resolvedValues', () => {
  const of = (environment: string, key: string) =>
    resolvedValues(spec, environment, outside).find(one => one.key === key);

  it('tells the layer of each value, and what it hides', () => {
    expect(of('production', 'parallelism')).toEqual({
      key: 'parallelism',
      value: '8',
      origin: 'environment',
      instead: { value: '1', origin: 'spec' },
    });
    expect(of('staging', 'parallelism')).toMatchObject({ origin: 'spec' });
    expect(of('staging', 'upgradeMode')).toEqual({
      key: 'upgradeMode',
      value: 'savepoint',
      origin: 'default',
    });
    expect(of('staging', 'configuration.state.backend.type')).toMatchObject({
      value: 'rocksdb',
      origin: 'spec',
      instead: { value: 'hashmap', origin: 'engine' },
    });
    expect(of('staging', 'configuration.parallelism.default')).toMatchObject({
      origin: 'engine',
    });
    expect(of('staging', 'variables.TOPIC')).toMatchObject({
      value: 'orders-staging',
      instead: { value: 'orders', origin: 'spec' },
    });
    expect(of('staging', 'variables.REGION')).toMatchObject({
      origin: 'portal',
    });
  });
});

describe('shownDefinition', () => {
  it('puts variables in place and leaves secrets as references', () => {
    const shown = shownDefinition(spec, 'staging', outside.variables);
    expect(shown).toEqual({
      definition: {
        sql: "SELECT 'orders-staging', 'jdbc:x?password=${secret:db}', 'eu' FROM t;",
      },
      problems: [],
      secrets: ['db'],
    });
    expect(shownDefinition(spec, 'staging', {}).problems).toMatchObject([
      { message: expect.stringContaining('REGION') },
    ]);
  });
});

describe('compareResolved', () => {
  const resolved = (environment: string): ResolvedJob => {
    const shown = shownDefinition(spec, environment, outside.variables);
    return {
      entityRef: 'datajob:default/orders',
      environment,
      version: 1,
      values: resolvedValues(spec, environment, outside),
      ...shown,
      secrets: shown.secrets.map(name => ({
        name,
        state: environment === 'staging' ? 'known' : 'denied',
      })),
    };
  };

  it('finds what differs between environments, never a secret value', () => {
    const found = compareResolved(resolved('staging'), resolved('production'));
    expect(found.values).toEqual([
      { key: 'configuration.table.exec.state.ttl', from: '1 h', to: '7 d' },
      { key: 'engine', from: 'fake', to: 'big' },
      { key: 'parallelism', from: '1', to: '8' },
      { key: 'variables.TOPIC', from: 'orders-staging', to: 'orders' },
    ]);
    expect(found.secrets).toEqual([{ key: 'db', from: 'known', to: 'denied' }]);
    expect(found.definitionDiffers).toBe(true);
  });
});
