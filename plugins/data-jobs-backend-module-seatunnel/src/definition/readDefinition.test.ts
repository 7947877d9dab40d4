import { seatunnelJob } from '../__testUtils__/jobs';
import { readDefinition } from './readDefinition';

const GOOD =
  'source { FakeSource { schema { fields { id = bigint } } } }\nsink { Console {} }\n';

describe('readDefinition', () => {
  it('takes the mode from the job, unless the text says one', () => {
    const mode = (text: string, processing: 'streaming' | 'batch') =>
      readDefinition(seatunnelJob(text, processing)).config?.env['job.mode'];
    expect(mode(GOOD, 'streaming')).toBe('STREAMING');
    expect(mode(GOOD, 'batch')).toBe('BATCH');
    expect(mode(`env { job.mode = BATCH }\n${GOOD}`, 'streaming')).toBe(
      'BATCH',
    );
  });

  it('warns of a mode that is not what the job says', () => {
    const text = `env {\n  job.mode = BATCH\n}\n${GOOD}`;
    expect(readDefinition(seatunnelJob(text, 'streaming')).problems).toEqual([
      {
        severity: 'warning',
        message:
          'The job says job.mode = BATCH, and spec.processing says streaming; SeaTunnel gets BATCH.',
        remedy: 'Set spec.processing to batch, or remove job.mode.',
        field: 'env.job.mode',
        line: 2,
        column: 3,
      },
    ]);
    expect(readDefinition(seatunnelJob(text, 'batch')).problems).toEqual([]);
  });

  it('finds secrets in what people wrote, not in what was resolved', () => {
    const job = (password: string) =>
      seatunnelJob(
        `source {\n  MongoDB {\n    password = "${password}"\n  }\n}\nsink { Console {} }`,
      );
    const resolved = job('hunter2');
    expect(readDefinition(resolved).problems).toEqual([]);
    const good = { ...resolved, written: job('${secret:db}').definition };
    expect(readDefinition(good).problems).toEqual([]);
    const bad = readDefinition({ ...resolved, written: resolved.definition });
    expect(bad.problems).toMatchObject([
      { severity: 'error', field: 'source[0].MongoDB.password', line: 3 },
    ]);
    expect(JSON.stringify(bad.problems)).not.toContain('hunter2');
  });

  it('reads JSON where the format says so', () => {
    const definition = {
      ...seatunnelJob(''),
      definition: { config: 'env {}', format: 'json' } as any,
    };
    expect(readDefinition(definition).problems[0].message).toMatch(
      /must be an object/,
    );
  });

  it.each([undefined, {}, { config: 5 }])('says that %j is no job', given => {
    const { problems, config } = readDefinition({
      ...seatunnelJob(''),
      definition: given as any,
    });
    expect(config).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});
