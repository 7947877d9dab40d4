import { StateVerdict } from '@datalark/backstage-plugin-data-jobs-common';
import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import { realFlink } from '../__testUtils__/flinkBench';
import { sqlJob } from '../__testUtils__/flinkDefinitions';
import { compareFlinkJobs } from './compareFlinkJobs';

jest.setTimeout(240_000);

const SOURCE = `CREATE TEMPORARY TABLE src (k INT, g INT, v BIGINT) WITH (
  'connector' = 'datagen', 'rows-per-second' = '20',
  'fields.k.min' = '1', 'fields.k.max' = '5', 'fields.g.min' = '1', 'fields.g.max' = '5'
);\n`;
const sink = (name: string, columns = 'k INT, n BIGINT') =>
  `CREATE TEMPORARY TABLE ${name} (${columns}) WITH ('connector' = 'blackhole');\n`;
const job = (insert: string, over: Partial<ResolvedDefinition> = {}) =>
  sqlJob(SOURCE + sink('snk') + insert, over);
const COUNT = 'INSERT INTO snk SELECT k, COUNT(*) FROM src GROUP BY k;';
const CONFIG = { 'execution.checkpointing.interval': '1 s' };

/** What Flink does with the savepoint: `misread`: it runs, with state that means something else. */
type Truth = 'runs' | 'fails' | 'misread';

const CASES: Array<
  [string, ResolvedDefinition, StateVerdict, RegExp | undefined, Truth]
> = [
  ['the same', job(COUNT), 'compatible', undefined, 'runs'],
  [
    'another name of a result',
    job('INSERT INTO snk SELECT k, COUNT(*) AS total FROM src GROUP BY k;'),
    'compatible',
    undefined,
    'runs',
  ],
  [
    'a filter before the aggregate',
    job('INSERT INTO snk SELECT k, COUNT(*) FROM src WHERE v > 0 GROUP BY k;'),
    'risky',
    /computed the old way/,
    'runs',
  ],
  [
    'a filter after the aggregate',
    job(
      'INSERT INTO snk SELECT k, COUNT(*) FROM src GROUP BY k HAVING COUNT(*) > 3;',
    ),
    'compatible',
    undefined,
    'runs',
  ],
  [
    'another aggregate beside it',
    sqlJob(
      `${SOURCE}${sink(
        'snk',
        'k INT, n BIGINT, m BIGINT',
      )}INSERT INTO snk SELECT k, COUNT(*), SUM(v) FROM src GROUP BY k;`,
    ),
    'needs-clean-start',
    /takes it for something else/,
    'fails',
  ],
  [
    'another aggregate in its place',
    job('INSERT INTO snk SELECT k, SUM(v) FROM src GROUP BY k;'),
    'needs-clean-start',
    /takes it for something else/,
    'misread',
  ],
  [
    'another key of the same type',
    job('INSERT INTO snk SELECT g, COUNT(*) FROM src GROUP BY g;'),
    'needs-clean-start',
    /groupBy=\[g\]/,
    'misread',
  ],
  [
    'one key more',
    job('INSERT INTO snk SELECT k, COUNT(*) FROM src GROUP BY k, g;'),
    'needs-clean-start',
    /groupBy=\[k, g\]/,
    'fails',
  ],
  [
    'a key of another type',
    sqlJob(
      `${SOURCE.replace('k INT', 'k BIGINT')}${sink(
        'snk',
        'k BIGINT, n BIGINT',
      )}${COUNT}`,
    ),
    'needs-clean-start',
    /from INT to BIGINT/,
    'fails',
  ],
  [
    'a renamed sink that keeps nothing',
    sqlJob(SOURCE + sink('other') + COUNT.replace('snk', 'other')),
    'compatible',
    undefined,
    'runs',
  ],
  [
    'a renamed source',
    sqlJob(
      SOURCE.replace('TABLE src', 'TABLE renamed') +
        sink('snk') +
        COUNT.replace('FROM src', 'FROM renamed'),
    ),
    'risky',
    /goes on at the position/,
    'runs',
  ],
  [
    'a second INSERT from the same source',
    sqlJob(
      `${SOURCE}${sink('snk')}${sink(
        'snk2',
      )}${COUNT} INSERT INTO snk2 SELECT g, COUNT(*) FROM src GROUP BY g;`,
    ),
    'needs-clean-start',
    /another shape/,
    'fails',
  ],
  [
    'no aggregate any more',
    job('INSERT INTO snk SELECT k, v FROM src;'),
    'needs-clean-start',
    /GroupAggregate/,
    'fails',
  ],
  [
    'twice the parallelism',
    job(COUNT, { parallelism: 2 }),
    'compatible',
    undefined,
    'runs',
  ],
  [
    'mini-batches',
    job(COUNT, {
      configuration: {
        ...CONFIG,
        'table.exec.mini-batch.enabled': true,
        'table.exec.mini-batch.allow-latency': '1 s',
        'table.exec.mini-batch.size': 100,
      },
    }),
    'needs-clean-start',
    /another shape/,
    'fails',
  ],
  [
    'no chains',
    job(COUNT, {
      configuration: { ...CONFIG, 'pipeline.operator-chaining.enabled': false },
    }),
    'needs-clean-start',
    /another shape/,
    'fails',
  ],
  [
    'another maximum of the parallelism',
    job(COUNT, {
      configuration: { ...CONFIG, 'pipeline.max-parallelism': 64 },
    }),
    'needs-clean-start',
    /that many pieces/,
    'fails',
  ],
];

describe.each(['2.3.0', '1.20.3'] as const)(
  'state of SQL jobs on Flink %s',
  version => {
    let flink: Awaited<ReturnType<typeof realFlink>>;
    let savepoint: string;
    const before = job(COUNT, { configuration: CONFIG });
    const call = () => ({ signal: AbortSignal.timeout(60_000) });

    const start = async (definition: ResolvedDefinition, from?: string) => {
      const engineJobId = flink.engine.allocateJobId();
      await flink.engine.submit(
        {
          ...definition,
          configuration: {
            ...CONFIG,
            ...definition.configuration,
            'restart-strategy.type': 'none',
          },
          jobName: 'state-test',
          engineJobId,
          isRetry: false,
          ...(from && { restore: { location: from, engineJobId: '' } }),
        },
        call(),
      );
      return engineJobId;
    };

    /** Runs on with a checkpoint of its own, or fails. */
    const runs = async (id: string) => {
      for (let i = 0; i < 300; i += 1) {
        const seen = await flink.engine.lookup(id, call());
        if (seen?.state === 'failed') return false;
        if (seen?.state === 'running') {
          const { completed } = await flink.engine.checkpointStats(id, call());
          if (completed > 0) return true;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      throw new Error(`${id} neither runs nor fails`);
    };

    beforeAll(async () => {
      flink = await realFlink(version);
      const engineJobId = await start(before);
      if (!(await runs(engineJobId))) throw new Error('The job fails.');
      const request = { engineJobId, requestId: engineJobId };
      await flink.engine.stopWithSavepoint(request, call());
      for (;;) {
        const progress = await flink.engine.requestProgress(request, call());
        if (progress.state === 'completed') {
          savepoint = progress.location!;
          break;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    });
    afterAll(async () => flink?.dispose());

    it.each(CASES)(
      'judges %s as Flink behaves',
      async (_what, after, verdict, why, truth) => {
        const found = await flink.engine.compareDefinitions(
          before,
          after,
          call(),
        );
        expect(found).toEqual({
          verdict,
          basis: 'plan',
          reasons: expect.any(Array),
        });
        expect(found.reasons.map(one => one.message).join('\n')).toMatch(
          why ?? /^$/,
        );

        let id: string | undefined;
        const started = await start(after, savepoint).then(
          async one => {
            id = one;
            return runs(one);
          },
          () => false,
        );
        if (id) await flink.engine.cancel(id, call());
        expect(started ? ['runs', 'misread'] : ['fails']).toContain(truth);
      },
    );

    it('says that it cannot tell what Flink cannot plan', async () => {
      const found = await flink.engine.compareDefinitions(
        before,
        job('INSERT INTO snk SELECT nothing FROM src;'),
        call(),
      );
      expect(found).toMatchObject({
        verdict: 'risky',
        basis: 'definition',
        reasons: [{ message: expect.stringContaining('nothing') }],
      });
    });
  },
);

describe('state of jars', () => {
  it('is told by the jar, and by nothing inside of it', async () => {
    const jar = (definition: object): ResolvedDefinition => ({
      type: 'flink-jar',
      definition: definition as ResolvedDefinition['definition'],
      processing: 'streaming',
      configuration: {},
    });
    const compare = (before: object, after: object) =>
      compareFlinkJobs({
        before: jar(before),
        after: jar(after),
        jars: {} as any,
        call: { signal: new AbortController().signal },
      });
    const one = { jar: 'uploaded:1', mainClass: 'A', args: ['x'] };
    expect(await compare(one, { ...one })).toMatchObject({
      verdict: 'compatible',
      reasons: [],
    });
    expect(await compare(one, { ...one, jar: 'uploaded:2' })).toMatchObject({
      verdict: 'risky',
      reasons: [{ subject: 'spec.definition.jar' }],
    });
    expect(
      await compare(one, { ...one, mainClass: 'B', args: [] }),
    ).toMatchObject({
      verdict: 'risky',
      reasons: [
        { subject: 'spec.definition.mainClass' },
        { subject: 'spec.definition.args' },
      ],
    });
  });
});
