import { MAX_DEPTH } from '../hocon/HoconParser';
import { MAX_TEXT_LENGTH } from '../hocon/parseHocon';
import { readJobConfig } from './readJobConfig';

const SOURCE_AND_SINK = 'source { FakeSource {} }\nsink { Console {} }\n';

describe('readJobConfig', () => {
  it('keeps order, and plugins that come twice', () => {
    const { config, problems } = readJobConfig(`
source {
  Jdbc { url = a, plugin_output = one }
  Jdbc { url = b, result_table_name = two }
}
sink { Console { source_table_name = [one, two] } }
`);
    expect(problems).toEqual([]);
    expect(config).toEqual({
      env: {},
      sources: [
        { plugin: 'Jdbc', options: { url: 'a' }, inputs: [], output: 'one' },
        { plugin: 'Jdbc', options: { url: 'b' }, inputs: [], output: 'two' },
      ],
      transforms: [],
      sinks: [{ plugin: 'Console', options: {}, inputs: ['one', 'two'] }],
    });
  });

  it('says where blocks and options are', () => {
    const { positions } = readJobConfig(
      'env {\n  job.mode = BATCH\n}\nsink {\n  Jdbc {\n    properties { a = 1 }\n  }\n}',
    );
    expect(positions).toMatchObject({
      'env.job.mode': { line: 2, column: 3 },
      'sink[0].Jdbc': { line: 5, column: 3 },
      'sink[0].Jdbc.properties': { line: 6, column: 5 },
      'sink[0].Jdbc.properties.a': { line: 6, column: 18 },
    });
  });

  it('takes an object in the shape of the JSON form', () => {
    const { config } = readJobConfig({
      env: { 'job.mode': 'BATCH' },
      source: [{ plugin_name: 'FakeSource', 'row.num': 5 }],
      sink: [{ plugin_name: 'Console' }],
    });
    expect(config?.sources[0]).toEqual({
      plugin: 'FakeSource',
      options: { 'row.num': 5 },
      inputs: [],
    });
    expect(config?.env).toEqual({ 'job.mode': 'BATCH' });
  });

  it.each([undefined, null, 5, true, () => 1, 10n])(
    'says that %p is no job',
    input => {
      const { config, problems } = readJobConfig(input);
      expect(config).toBeUndefined();
      expect(problems[0].message).toMatch(/neither a text nor an object/);
    },
  );

  it('survives an object that contains itself', () => {
    const input: Record<string, unknown> = {};
    input.env = input;
    expect(readJobConfig(input).problems).toHaveLength(1);
  });

  it.each([
    ['{"env": {} // no\n}', /no comments/],
    ["{'env': {}}", /double quotes/],
    ['{"env": {}, }', /no comma after the last/],
    ['{"env" = {}}', /wants ":"/],
    ['{"env": {} "sink": []}', /comma/],
    ['{"env": {"a": yes}}', /no JSON value/],
    ['{"env": {"a": 01}}', /no JSON value/],
    ['{"env": {"a": 1, "a": 2}}', /given twice/],
    ['env {}', /must be an object/],
    ['[]', /must be an object/],
  ])('takes nothing but JSON as JSON: %s', (text, message) => {
    const { config, problems } = readJobConfig(text, { format: 'json' });
    expect(config).toBeUndefined();
    expect(problems[0].message).toMatch(message);
  });

  it('names what is wrong with sections', () => {
    const { problems } = readJobConfig(
      `sources { A {} }\nenv = 5\nsource.B { x = 1 }\nsink = Console\n`,
    );
    expect(problems).toEqual([
      {
        severity: 'warning',
        message: '"sources" is no section of a job; SeaTunnel ignores it.',
        remedy: 'Did you mean source?',
        field: 'sources',
        line: 1,
        column: 1,
      },
      {
        severity: 'warning',
        message: '"source.B" is no section of a job; SeaTunnel ignores it.',
        remedy: 'Write source { … }.',
        field: 'source.B',
        line: 3,
        column: 1,
      },
      {
        severity: 'error',
        message: 'env is not a block.',
        remedy: 'Write env { … }.',
        field: 'env',
        line: 2,
        column: 1,
      },
      {
        severity: 'error',
        message: 'sink holds no blocks.',
        remedy: 'Write sink { PluginName { … } }.',
        field: 'sink',
        line: 4,
        column: 1,
      },
    ]);
  });

  it('names a link that is no name', () => {
    const { problems } = readJobConfig(
      `${SOURCE_AND_SINK}transform { Sql { plugin_input = [1], plugin_output = {} } }`,
    );
    expect(problems.map(problem => [problem.field, problem.line])).toEqual([
      ['transform[0].Sql.plugin_output', 3],
      ['transform[0].Sql.plugin_input', 3],
    ]);
  });

  it('refuses texts and depths that are too large', () => {
    const long = readJobConfig(`# ${'x'.repeat(MAX_TEXT_LENGTH)}`);
    expect(long.problems[0].message).toMatch(/at most 1000000/);
    const deep = readJobConfig(`env { a = ${'['.repeat(100_000)}`);
    expect(deep.problems[0].message).toMatch(new RegExp(`${MAX_DEPTH} deep`));
  });

  it('does not let a key reach the prototype', () => {
    for (const text of [
      'env { __proto__ { polluted = true } }',
      'env { "__proto__" = { polluted = true } }',
      '{"env": {"__proto__": {"polluted": true}}}',
    ]) {
      expect(readJobConfig(text).config).toBeUndefined();
    }
    const { config } = readJobConfig('env { constructor = 1, toString = 2 }');
    expect(config?.env).toEqual({ constructor: 1, toString: 2 });
    expect(({} as any).polluted).toBeUndefined();
  });
});
