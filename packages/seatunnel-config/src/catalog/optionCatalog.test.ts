import type { PluginKind } from '../model/JobConfig';
import { checkValue } from '../rules/checkValue';
import { findPlugin, optionCatalog } from './optionCatalog';
import { overlay } from './overlay';
import generated from './seatunnel-2.3.8.json';

describe('the option catalogue', () => {
  it('has the plugins that people use', () => {
    const expected: Array<[PluginKind, string]> = [
      ['source', 'FakeSource'],
      ['source', 'Jdbc'],
      ['sink', 'Jdbc'],
      ['source', 'Kafka'],
      ['sink', 'Kafka'],
      ['source', 'LocalFile'],
      ['sink', 'LocalFile'],
      ['sink', 'Console'],
      ['source', 'Http'],
      ['source', 'MySQL-CDC'],
      ['source', 'Postgres-CDC'],
      ['sink', 'Assert'],
      ['sink', 'Doris'],
      ['transform', 'Sql'],
      ['transform', 'FieldMapper'],
      ['transform', 'Filter'],
      ['transform', 'Copy'],
      ['transform', 'Split'],
      ['transform', 'Replace'],
    ];
    expect(expected.filter(([kind, name]) => !findPlugin(kind, name))).toEqual(
      [],
    );
    expect(optionCatalog.plugins).toHaveLength(45);
  });

  it('is consistent: rules name options, values and defaults fit', () => {
    for (const plugin of optionCatalog.plugins) {
      const options = new Map(plugin.options.map(o => [o.key, o]));
      expect(options.size).toBe(plugin.options.length);
      for (const { options: named, when = [] } of plugin.rules) {
        expect(named.filter(key => !options.has(key))).toEqual([]);
        // Some name values that the option does not offer: those never hold.
        expect(when.flat().filter(([key]) => !options.has(key))).toEqual([]);
      }
      for (const option of plugin.options) {
        const { default: value, key } = option;
        const fault =
          value === undefined ? undefined : checkValue(option, value);
        expect([plugin.name, key, fault]).toEqual([
          plugin.name,
          key,
          undefined,
        ]);
      }
    }
  });

  it('holds nothing of the machine that made it', () => {
    const text = JSON.stringify(generated);
    expect(/\$\d+@[0-9a-f]{6,}|\/root\/|\/home\//.test(text)).toBe(false);
    expect(text.length).toBeLessThan(400_000);
  });

  it('is described where the overlay says so', () => {
    for (const [name, written] of Object.entries(overlay.plugins)) {
      const [kind, plugin] = name.split(' ');
      const keys = findPlugin(kind as PluginKind, plugin)?.options.map(
        option => option.key,
      );
      expect([name, keys !== undefined]).toEqual([name, true]);
      const named = [
        ...(written.basic ?? []),
        ...Object.keys(written.options ?? {}),
        ...Object.values(written.dataSources ?? {}).flatMap(Object.keys),
      ];
      expect([name, named.filter(key => !keys!.includes(key))]).toEqual([
        name,
        [],
      ]);
    }
    const labelled = optionCatalog.plugins.filter(
      ({ kind, name }) => !overlay.plugins[`${kind} ${name}`]?.label?.zh,
    );
    expect(labelled).toEqual([]);
  });
});
