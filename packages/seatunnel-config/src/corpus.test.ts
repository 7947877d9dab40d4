import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { printJobConfig } from './print/printJobConfig';
import { readJobConfig } from './read/readJobConfig';
import { checkJob } from './rules/checkJob';

const CORPUS = '/work/shared/corpus/seatunnel-configs/files';

/** Jobs of Apache SeaTunnel's own tests and examples, where they are at hand. */
const describeCorpus = existsSync(CORPUS) ? describe : describe.skip;

describeCorpus('387 jobs of Apache SeaTunnel', () => {
  const texts = existsSync(CORPUS)
    ? readdirSync(CORPUS).map(name => ({
        name,
        text: readFileSync(`${CORPUS}/${name}`, 'utf8'),
      }))
    : [];
  const read = texts.flatMap(({ name, text }) => {
    const { config, problems, positions } = readJobConfig(text);
    const wrong = problems.some(problem => problem.severity === 'error');
    return config && !wrong ? [{ name, config, positions }] : [];
  });

  it('are read, all of them', () => {
    expect(read).toHaveLength(texts.length);
  });

  it('are the same after they are printed', () => {
    for (const { config } of read) {
      for (const format of ['hocon', 'json'] as const) {
        const text = printJobConfig(config, { format });
        expect(readJobConfig(text, { format }).config).toEqual(config);
      }
    }
  });

  it('pass the check, but for few that need a newer SeaTunnel or are wrong', () => {
    const passed = read.filter(
      ({ config, positions }) =>
        !checkJob(config, { positions, literalSecrets: 'allow' }).some(
          problem => problem.severity === 'error',
        ),
    );
    expect(passed.length / texts.length).toBeGreaterThan(0.95);
  });
});
