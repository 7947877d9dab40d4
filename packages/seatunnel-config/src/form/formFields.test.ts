import { optionCatalog } from '../catalog/optionCatalog';
import type { JsonObject } from '../model/JsonValue';
import type { PluginKind } from '../model/JobConfig';
import { checkOptions } from '../rules/checkOptions';
import { envFields, formFields, pluginLabel } from './formFields';

const fields = (kind: PluginKind, plugin: string, values: JsonObject = {}) =>
  new Map(formFields({ kind, plugin }, values).map(f => [f.key, f]));

describe('formFields', () => {
  it('asks for the address, the login and the data of a JDBC sink first', () => {
    const keys = formFields({ kind: 'sink', plugin: 'jdbc' }, {})
      .filter(({ group, visible }) => group === 'basic' && visible)
      .map(({ key, kind, required }) => `${key} ${kind}${required ? '!' : ''}`);
    expect(keys).toEqual([
      'url text!',
      'driver text!',
      'user text',
      'password secret',
      'generate_sink_sql boolean',
      'table text',
      'query multiline!',
      'primary_keys list',
      'schema_save_mode choice',
      'data_save_mode choice',
    ]);
  });

  it('follows what is filled in', () => {
    const before = fields('sink', 'Jdbc');
    expect(before.get('database')).toMatchObject({
      visible: false,
      required: false,
    });
    const after = fields('sink', 'Jdbc', { generate_sink_sql: true });
    expect(after.get('database')).toMatchObject({
      visible: true,
      required: true,
    });
    expect(after.get('query')).toMatchObject({
      visible: false,
      required: false,
    });
    // What has a value stays in sight.
    const both = fields('sink', 'Jdbc', {
      generate_sink_sql: true,
      query: 'q',
    });
    expect(both.get('query')).toMatchObject({ visible: true, value: 'q' });
  });

  it('offers alternatives until one is taken', () => {
    const open = fields('source', 'Kafka');
    expect(open.get('topic')).toMatchObject({
      required: true,
      alternatives: ['topic', 'table_list'],
    });
    const taken = fields('source', 'Kafka', { table_list: [] });
    expect(taken.get('topic')?.required).toBe(false);
  });

  it('has defaults, choices, examples and words in both languages', () => {
    const { get } = fields('source', 'Kafka');
    expect(get.call(fields('source', 'Kafka'), 'start_mode')).toMatchObject({
      label: 'Start from',
      kind: 'choice',
      default: 'group_offsets',
      choices: expect.arrayContaining(['earliest', 'latest']),
    });
    const [first] = formFields(
      { kind: 'source', plugin: 'Kafka' },
      {},
      { language: 'zh-CN' },
    );
    expect(first).toMatchObject({
      key: 'bootstrap.servers',
      label: 'Broker 地址',
      example: '127.0.0.1:9092',
    });
    expect(pluginLabel({ kind: 'source', plugin: 'Postgres-CDC' }, 'zh')).toBe(
      'PostgreSQL 变更（CDC）',
    );
    expect(pluginLabel({ kind: 'source', plugin: 'Unheard-Of' })).toBe(
      'Unheard-Of',
    );
  });

  it('never shows the default of a secret', () => {
    for (const plugin of optionCatalog.plugins) {
      const secrets = formFields(
        { kind: plugin.kind, plugin: plugin.name },
        {},
      ).filter(field => field.kind === 'secret');
      expect(secrets.filter(field => field.default !== undefined)).toEqual([]);
    }
  });

  it('knows nothing of plugins without a description', () => {
    expect(formFields({ kind: 'source', plugin: 'MongoDB' }, {})).toEqual([]);
  });

  it('asks for what the check asks for, for every plugin', () => {
    for (const plugin of optionCatalog.plugins) {
      const block = { kind: plugin.kind, plugin: plugin.name };
      const asked = formFields(block, {})
        .filter(field => field.required)
        .map(field => field.key)
        .sort();
      const missing = checkOptions({ ...block, options: {}, path: 'x' });
      for (const { field } of missing) {
        expect(asked).toContain(field!.slice(2));
      }
      const alternatives = new Set(
        formFields(block, {}).flatMap(field => field.alternatives ?? []),
      );
      const named = missing.map(({ field }) => field!.slice(2));
      for (const key of asked.filter(k => !alternatives.has(k))) {
        expect(named).toContain(key);
      }
    }
  });

  it('has the settings of env', () => {
    expect(
      envFields({})
        .slice(0, 3)
        .map(({ key, kind }) => [key, kind]),
    ).toEqual([
      ['job.mode', 'choice'],
      ['parallelism', 'number'],
      ['checkpoint.interval', 'number'],
    ]);
  });
});
