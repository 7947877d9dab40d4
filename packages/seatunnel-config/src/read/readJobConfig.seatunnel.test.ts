import { fixture, fixtureNames } from '../__testUtils__/fixtures';
import { toJobJson } from '../print/printJobConfig';
import { readJobConfig } from './readJobConfig';

/** What SeaTunnel 2.3.8's own parser made of the fixtures; see tools/recordParses.mjs. */
const theirs = new Map(
  fixture('hocon/parsed-by-seatunnel.txt')
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t') as [string, string]),
);

/** Where we differ, and why. */
const DIFFERENT: Record<string, string> = {
  'include.conf': 'includes are refused',
  'include2.conf': 'includes are refused',
  'substitutions.conf': '${…} is left as text; theirs is no JSON',
  'substitution-with-default.conf': '${name:default} is left as text',
  'append.conf': 'theirs is resolved later, and is no JSON before',
  'values.conf': 'integers beyond 2^53 stay exact, as text',
  'sections-as-lists.conf': 'a list of blocks is read, with a warning',
  'dotted-sections.conf': 'a list of blocks is read, with a warning',
  'dotted-plugin.conf':
    'what is no block is refused; theirs makes a list of it',
  'section-names-inside.conf': 'only sections of the job are lists',
  'section-names-inside-sink.conf': 'only sections of the job are lists',
  'section-names-in-env.conf': 'only sections of the job are lists',
};

/** The sections of a job in one spelling, to compare. */
function comparable(job: any): unknown {
  const spelled = JSON.parse(
    JSON.stringify(job)
      .replaceAll('"plugin_input"', '"source_table_name"')
      .replaceAll('"plugin_output"', '"result_table_name"'),
  );
  const { env = {}, source = [], transform = [], sink = [] } = spelled;
  return { env, source, transform, sink };
}

describe('readJobConfig beside the parser of SeaTunnel', () => {
  const names = fixtureNames('hocon', '.conf');

  it('has a record of every fixture', () => {
    expect([...theirs.keys()].sort()).toEqual(names.sort());
    expect(Object.keys(DIFFERENT).filter(n => !names.includes(n))).toEqual([]);
  });

  const same = names.filter(name => !(name in DIFFERENT));
  const isRefused = (name: string) => theirs.get(name) === 'refused';

  it.each(same.filter(name => !isRefused(name)))(
    'reads %s as it does',
    name => {
      const { config } = readJobConfig(fixture(`hocon/${name}`));
      expect(comparable(toJobJson(config!))).toEqual(
        comparable(JSON.parse(theirs.get(name)!)),
      );
    },
  );

  it.each(same.filter(isRefused))('refuses %s as it does', name => {
    const { config, problems } = readJobConfig(fixture(`hocon/${name}`));
    expect(config).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: expect.stringMatching(/\.$/),
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    ]);
  });

  it.each(Object.entries(DIFFERENT))('differs in %s: %s', name => {
    const reading = readJobConfig(fixture(`hocon/${name}`));
    expect({
      config: reading.config,
      problems: reading.problems,
    }).toMatchSnapshot();
  });
});
