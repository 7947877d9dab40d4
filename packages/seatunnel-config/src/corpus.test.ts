import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { lineageOfJob } from './lineage/lineageOfJob';
import type { JobConfig } from './model/JobConfig';
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

  it('have the same lineage after they are printed', () => {
    const graph = (config: JobConfig) => {
      const { reads, writes, columnEdges, tableEdges } = lineageOfJob(config);
      return { reads, writes, columnEdges, tableEdges };
    };
    for (const { config } of read) {
      for (const format of ['hocon', 'json'] as const) {
        const text = printJobConfig(config, { format });
        const again = readJobConfig(text, { format }).config;
        expect(graph(again!)).toEqual(graph(config));
      }
    }
  });

  it('have lineage by column or, where nobody names the columns, by table', () => {
    const without = read.filter(
      ({ config }) => lineageOfJob(config).columnEdges.length === 0,
    );
    // One has no sink, one reads what nobody writes, one counts.
    expect(without.length).toBeLessThanOrEqual(3);
    const unclear = read.filter(
      ({ config }) => lineageOfJob(config).problems.length > 0,
    );
    expect(unclear.length / read.length).toBeLessThan(0.05);
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
