import { namingRules, systemOf } from '@datalark/openlineage';
import type { JsonValue } from '../../model/JsonValue';
import { optionCatalog } from '../../catalog/optionCatalog';
import { overlay } from '../../catalog/overlay';
import { connectors } from './connectors';

describe('connectors', () => {
  it('know every source and sink that SeaTunnel has', () => {
    const names = [
      ...optionCatalog.plugins
        .filter(plugin => plugin.kind !== 'transform')
        .map(plugin => plugin.name),
      ...overlay.otherPlugins.source,
      ...overlay.otherPlugins.sink,
    ].map(name => name.toLowerCase());
    // These have code of their own.
    const others = names.filter(
      name => !/^(jdbc|s3-redshift|.*-cdc)$/.test(name),
    );
    expect(others.filter(name => !Object.hasOwn(connectors, name))).toEqual([]);
  });

  it('use systems that have a naming rule, but for few that hold no tables', () => {
    const systems = new Set(
      Object.values(connectors).map(({ system }) => systemOf(system)),
    );
    const without = [...systems].filter(
      system => !Object.hasOwn(namingRules, system),
    );
    expect(without.sort()).toEqual([
      'datahub',
      'email',
      'openmldb',
      'sentry',
      'slack',
      'web3j',
    ]);
  });

  it('never throw for options of any shape', () => {
    const odd: JsonValue[] = [
      null,
      [],
      {},
      5,
      true,
      '',
      [[]],
      [{}],
      { a: { b: 1 } },
      ['', 5],
    ];
    for (const { authority, paths } of Object.values(connectors)) {
      for (const value of odd) {
        const options = Object.fromEntries(
          [
            'path',
            'url',
            'hosts',
            'topic',
            'table',
            'bucket',
            'iceberg.catalog.config',
            'fenodes',
          ].map(key => [key, value]),
        );
        expect(() => [authority?.(options), paths(options)]).not.toThrow();
      }
    }
  });
});
