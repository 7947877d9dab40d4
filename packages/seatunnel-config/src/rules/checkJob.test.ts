import { fixture, fixtureNames } from '../__testUtils__/fixtures';
import { readJobConfig } from '../read/readJobConfig';
import type { CheckOptions } from './checkOptions';
import { checkJob } from './checkJob';

function check(text: string, options: CheckOptions = {}) {
  const { config, problems, positions } = readJobConfig(text);
  return config ? checkJob(config, { positions, ...options }) : problems;
}

/** Severity, field and message of each problem, a line each. */
function inShort(text: string, options: CheckOptions = {}): string[] {
  return check(text, options).map(
    ({ severity, field, message }) => `${severity} ${field}: ${message}`,
  );
}

const chain = (middle: string, sinks = 'Console { plugin_input = b }') => `
env { job.mode = BATCH }
source { FakeSource { schema { fields { id = bigint } }, plugin_output = a } }
transform { ${middle} }
sink { ${sinks} }
`;

describe('checkJob', () => {
  it.each(fixtureNames('jobs', '.txt'))('says what is wrong with %s', name => {
    expect(check(fixture(`jobs/${name}`))).toMatchSnapshot();
  });

  it('finds nothing wrong with a good job', () => {
    const text = fixture('hocon/etl-with-everything.conf').replace(
      '10s',
      '10000',
    );
    expect(inShort(text)).toEqual([
      'error sink[1].Console: sink[1].Console does not say what it reads; with several blocks each must.',
      expect.stringContaining('warning source[1].Kafka: The Kafka source of'),
    ]);
  });

  it('gives problems the place of the option, or of its block', () => {
    const problems = check(
      'env { job.mode = BATCH }\nsource { FakeSource { schema { fields { id = bigint } }\n  row.num = many\n} }\nsink {\n  Jdbc {}\n}',
    );
    expect(
      problems.map(({ field, line, column }) => [field, line, column]),
    ).toEqual([
      ['source[0].FakeSource.row.num', 3, 3],
      ['sink[0].Jdbc.url', 6, 3],
      ['sink[0].Jdbc.driver', 6, 3],
      ['sink[0].Jdbc.query', 6, 3],
    ]);
  });

  describe('links', () => {
    it('may be left out, or be wrong, in a job with one way', () => {
      expect(
        inShort(
          'source { FakeSource { schema { fields { id = bigint } } } }\nsink { Console {} }',
        ),
      ).toEqual([]);
      expect(
        inShort(
          'source { FakeSource { schema { fields { id = bigint } }, plugin_output = rows } }\nsink { Console { plugin_input = row } }',
        ),
      ).toEqual([
        'warning sink[0].Console: sink[0].Console reads "row", which no block is called.',
      ]);
    });

    it('must be complete, known, single and used in any other', () => {
      expect(
        inShort(
          chain(
            `Sql { query = x, plugin_input = c, plugin_output = a }
             Copy { plugin_output = b, fields { x = y } }`,
          ),
        ),
      ).toEqual([
        'error transform[1].Copy: transform[1].Copy does not say what it reads; with several blocks each must.',
        'error transform[0].Sql: source[0].FakeSource and transform[0].Sql are both called "a".',
        'error transform[0].Sql: transform[0].Sql reads "c", which no block is called.',
        'error source[0].FakeSource: Nothing reads "a" of source[0].FakeSource; SeaTunnel refuses that.',
        'error transform[0].Sql: Nothing reads "a" of transform[0].Sql; SeaTunnel refuses that.',
      ]);
    });
  });

  describe('env', () => {
    it.each([
      ['job.mode = BATHC', 'Did you mean BATCH?'],
      ['parallelism = 0', 'Give 1 or more.'],
      ['parallelism = two', 'Give 1 or more.'],
      ['parallelism = 1.5', 'Give 1 or more.'],
      ['checkpoint.interval = 10s', 'Give a number, e.g. 1.'],
      ['checkpoint.interval = 5', '10 or more'],
      ['jobb.mode = BATCH', 'Did you mean job.mode?'],
    ])('%s', (line, remedy) => {
      const problems = check(
        `env { ${line} }\nsource { FakeSource { schema { fields { id = bigint } } } }\nsink { Console {} }`,
      );
      expect(problems).toHaveLength(1);
      expect(problems[0].remedy).toContain(remedy);
    });

    it('lets settings of other engines and references pass', () => {
      expect(
        inShort(
          'env { spark.master = local, flink.x = 1, parallelism = ${n}, job.mode = "${mode}" }\nsource { FakeSource { schema { fields { id = bigint } } } }\nsink { Console {} }',
        ),
      ).toEqual([]);
    });

    it('looks at the parallelism of blocks', () => {
      expect(
        inShort(
          'source { FakeSource { schema { fields { id = bigint } }, parallelism = -1 } }\nsink { Console {} }',
        ),
      ).toEqual([
        'error source[0].FakeSource.parallelism: parallelism is not a whole number from 1.',
      ]);
    });
  });

  describe('sources that never end', () => {
    const cdc = (mode: string, stop = '') => `
env { ${mode} }
source { MySQL-CDC {
  base-url = "jdbc:mysql://a/b", username = a, password = "\${secret:p}"
  table-names = [b.c] ${stop}
} }
sink { Console {} }`;

    it('are refused in batch jobs, which is the default', () => {
      for (const mode of ['job.mode = BATCH', '']) {
        expect(inShort(cdc(mode))).toEqual([
          'error source[0].MySQL-CDC: MySQL-CDC never ends, so it cannot run in a batch job.',
        ]);
      }
    });

    it('pass in streaming jobs, and where they are told to stop', () => {
      expect(inShort(cdc('job.mode = STREAMING'))).toEqual([]);
      expect(inShort(cdc('job.mode = BATCH', ', stop.mode = latest'))).toEqual(
        [],
      );
    });
  });

  it('says what it knows of a newer server as a warning', () => {
    const text =
      'source { FakeSource { schema { fields { id = bigint } }, row.num = x } }\nsink { Jdbc {} }';
    expect(check(text).every(p => p.severity === 'error')).toBe(true);
    for (const seatunnelVersion of ['2.3.9', '2.4.0', '3.0.0']) {
      const problems = check(text, { seatunnelVersion });
      expect(problems).toHaveLength(4);
      expect(problems.every(p => p.severity === 'warning')).toBe(true);
      expect(problems[0].message).toMatch(/As of SeaTunnel 2.3.8/);
    }
    expect(
      check(text, { seatunnelVersion: '2.3.8' }).every(
        p => p.severity === 'error',
      ),
    ).toBe(true);
  });

  describe('what servers take and what goes wrong all the same', () => {
    const kafka = (mode: string, semantics: string) => `
env { job.mode = ${mode} }
source { kafka { bootstrap.servers = "h:1", topic = t } }
sink { Kafka { bootstrap.servers = "h:1", topic = u, semantics = ${semantics} } }
`;
    const warned = (mode: string, semantics: string, version?: string) =>
      check(kafka(mode, semantics), { seatunnelVersion: version }).map(
        ({ severity, field }) => `${severity} ${field}`,
      );

    it('is warned of in the versions that have it', () => {
      const never = 'warning source[0].kafka';
      const once = 'warning sink[0].Kafka.semantics';
      expect(warned('STREAMING', 'exactly_once')).toEqual([never, once]);
      expect(warned('STREAMING', 'NON', '2.3.8')).toEqual([never]);
      expect(warned('BATCH', 'NON', '2.3.8')).toEqual([]);
      expect(warned('STREAMING', 'EXACTLY_ONCE', '2.3.7')).toEqual([once]);
      expect(warned('STREAMING', 'EXACTLY_ONCE', '2.3.10')).toEqual([]);
    });
  });
});
