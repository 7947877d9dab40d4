import { readJobConfig } from '../read/readJobConfig';
import type { JsonObject } from '../model/JsonValue';
import type { PluginKind } from '../model/JobConfig';
import { checkOptions } from './checkOptions';
import { literalSecretsOf } from './checkSecrets';

const problems = (kind: PluginKind, plugin: string, options: JsonObject) =>
  checkOptions({ kind, plugin, options, path: 'x' }).map(
    ({ field, message, remedy }) => `${field}: ${message} ${remedy}`,
  );

const JDBC = { url: 'jdbc:postgresql://a/b', driver: 'org.postgresql.Driver' };
const KAFKA = { 'bootstrap.servers': 'a:1', schema: {} };

describe('checkOptions', () => {
  it('needs what a condition asks for, defaults included', () => {
    expect(problems('sink', 'Jdbc', JDBC)).toEqual([
      'x.query: query is missing; it is needed because generate_sink_sql = false. Add query to x.',
    ]);
    expect(problems('sink', 'Jdbc', { ...JDBC, query: 'q' })).toEqual([]);
    expect(
      problems('sink', 'Jdbc', { ...JDBC, generate_sink_sql: true }),
    ).toEqual([
      'x.database: database is missing; it is needed because generate_sink_sql = true. Add database to x.',
    ]);
    // As text, as SeaTunnel takes it.
    expect(
      problems('sink', 'Jdbc', {
        ...JDBC,
        generate_sink_sql: 'TRUE',
        database: 'd',
      }),
    ).toEqual([]);
  });

  it('knows an enum by what SeaTunnel calls it, in any case', () => {
    expect(
      problems('source', 'Kafka', {
        ...KAFKA,
        topic: 't',
        start_mode: 'TIMESTAMP',
      }),
    ).toEqual([
      'x.start_mode.timestamp: start_mode.timestamp is missing; it is needed because start_mode = timestamp. Add start_mode.timestamp to x.',
    ]);
    expect(
      problems('source', 'Kafka', {
        ...KAFKA,
        topic: 't',
        start_mode: 'erliest',
      }),
    ).toEqual([
      'x.start_mode: start_mode is not one of its values. Did you mean earliest? It can be earliest, group_offsets, latest, timestamp, specific_offsets.',
    ]);
  });

  it('wants exactly one of options that exclude each other', () => {
    expect(problems('source', 'Kafka', KAFKA)).toEqual([
      'x.topic: One of topic, table_list is missing. Add one of them to x.',
    ]);
    expect(
      problems('source', 'Kafka', { ...KAFKA, topic: 't', table_list: [] }),
    ).toEqual([
      'x.table_list: topic and table_list exclude each other. Keep one of them in x.',
    ]);
  });

  it('wants all or none of options that go together', () => {
    expect(problems('transform', 'Copy', { src_field: 'a' })).toEqual([
      'x.dest_field: dest_field is missing; src_field and dest_field go together. Add dest_field to x, or remove the others.',
    ]);
  });

  it('waits for values that are references', () => {
    expect(
      problems('sink', 'Jdbc', {
        ...JDBC,
        generate_sink_sql: '${flag}',
        query: 'q',
        batch_size: '${size}',
      }),
    ).toEqual([]);
  });

  it.each([
    ['row.num', 5, true],
    ['row.num', '5', true],
    ['row.num', 5.5, false],
    ['row.num', 'five', false],
    ['row.num', 3_000_000_000, false],
    ['row.num', [5], false],
    ['string.fake.mode', 'range', true],
    ['string.fake.mode', 'x', false],
    ['schema', { fields: {} }, true],
    ['schema', 5, false],
    ['tables_configs', [{ 'row.num': 1 }], true],
    ['tables_configs', { a: 1 }, false],
  ] as const)('takes for %s the value %j: %p', (key, value, good) => {
    const found = problems('source', 'FakeSource', {
      [key]: value as any,
    });
    expect(found.filter(p => p.startsWith(`x.${key}:`))).toHaveLength(
      good ? 0 : 1,
    );
  });

  it('finds options in blocks, and under older names', () => {
    expect(
      problems('source', 'Kafka', {
        bootstrap: { servers: 'a:1' },
        topic: 't',
      }),
    ).toEqual([]);
    expect(problems('transform', 'Filter', { fields: ['a'] })).toEqual([]);
  });

  it('guesses what an unknown option was meant to be', () => {
    const [problem] = checkOptions({
      kind: 'source',
      plugin: 'FakeSource',
      options: { 'row.nums': 5, schema: { fields: { id: 'bigint' } } },
    });
    expect(problem).toEqual({
      severity: 'warning',
      message:
        'FakeSource declares no option row.nums; SeaTunnel may ignore it.',
      remedy: 'Did you mean row.num?',
      field: 'source.FakeSource.row.nums',
    });
  });

  it('guesses plugins, and does not refuse what it does not know', () => {
    const severities = (plugin: string) =>
      checkOptions({ kind: 'source', plugin, options: {} }).map(
        ({ severity, remedy }) => [severity, remedy],
      );
    expect(severities('FakeSorce')).toEqual([
      ['error', 'Did you mean FakeSource?'],
    ]);
    expect(severities('Postgress-CDC')).toEqual([
      ['error', 'Did you mean Postgres-CDC?'],
    ]);
    expect(severities('MongoDB')).toEqual([]);
    expect(severities('OurOwnThing')).toEqual([
      ['warning', expect.stringContaining('Check that the server has it')],
    ]);
    // SeaTunnel ignores the case of names.
    expect(severities('fakesource')).toEqual([['error', expect.any(String)]]);
  });

  it('looks into column types, which SeaTunnel does not explain', () => {
    const types = (fields: JsonObject) =>
      problems('source', 'FakeSource', { schema: { fields } });
    expect(
      types({
        a: 'string',
        b: 'DECIMAL(10, 2)',
        c: 'map<string, array<int>>',
        d: { e: 'bigint' },
        f: 'map<string, {x = int}>',
        g: '${type}',
      }),
    ).toEqual([]);
    expect(types({ a: 'strng' })).toEqual([
      'x.schema.fields.a: The column a has the type "strng", which SeaTunnel does not know. Did you mean string?',
    ]);
    expect(types({ d: { e: 'array<varchar>' } })[0]).toMatch(
      /^x\.schema\.fields\.d\.e: The column e has the type "varchar"/,
    );
    expect(types({ a: 'decimal' })).toEqual([
      'x.schema.fields.a: The column a is a decimal without precision and scale. Write e.g. decimal(10, 2).',
    ]);
  });
});

describe('secrets', () => {
  const SECRET = 'hunter2-hunter2';
  const found = (options: JsonObject) =>
    checkOptions({ kind: 'source', plugin: 'MongoDB', options, path: 'x' });

  it.each([
    [{ password: SECRET }, 'x.password'],
    [{ 'ssl.keystore.password': SECRET }, 'x.ssl.keystore.password'],
    [{ secret_key: SECRET }, 'x.secret_key'],
    [{ api_key: SECRET }, 'x.api_key'],
    [
      { 'kafka.config': { 'sasl.jaas.config': SECRET } },
      'x.kafka.config.sasl.jaas.config',
    ],
    [{ headers: { Authorization: SECRET } }, 'x.headers.Authorization'],
    [{ list: [{ token: SECRET }] }, 'x.list[0].token'],
    [{ url: `jdbc:x://h/d?user=u&password=${SECRET}` }, 'x.url'],
    [{ uri: `mongodb://me:${SECRET}@host/db` }, 'x.uri'],
    [{ password: '${NAME}' }, 'x.password'],
  ])('are not written out: %#', (options, field) => {
    const problems_ = found(options as JsonObject);
    expect(problems_).toMatchObject([{ severity: 'error', field }]);
    expect(problems_[0].remedy).toContain('${secret:name}');
    expect(JSON.stringify(problems_)).not.toContain(SECRET);
  });

  it.each([
    [{ password: '${secret:db}' }],
    [{ password: '' }],
    [{ headers: { Authorization: 'Bearer ${secret:token}' } }],
    [{ uri: 'mongodb://me:${secret:db}@host/db' }],
    [{ url: 'jdbc:postgresql://host:5432/db' }],
    [{ username: 'me', primary_key: 'id', partition_key_fields: ['a'] }],
  ])('may be referred to: %j', options => {
    expect(found(options as JsonObject)).toEqual([]);
  });

  it('can be allowed, and be all that is asked for', () => {
    const block = {
      kind: 'source' as const,
      plugin: 'MongoDB',
      options: { password: SECRET },
    };
    expect(checkOptions(block, { literalSecrets: 'allow' })).toEqual([]);
    const { config } = readJobConfig(
      `source { Kafka { password = ${SECRET} } }\nsink { Nonsense {} }`,
    );
    expect(literalSecretsOf(config!).map(p => p.field)).toEqual([
      'source[0].Kafka.password',
    ]);
  });
});
