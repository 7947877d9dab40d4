import {
  JobSubmission,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { buildJar } from './__testUtils__/buildJar';
import { realFlink } from './__testUtils__/flinkBench';

jest.setTimeout(120_000);

describe.each(['2.3.0', '1.20.3'] as const)('jars on Flink %s', version => {
  let flink: Awaited<ReturnType<typeof realFlink>>;
  let jarPath: string;
  const started: string[] = [];

  const call = () => ({ signal: AbortSignal.timeout(60_000) });

  const submission = (over: Partial<JobSubmission> = {}): JobSubmission => {
    const engineJobId = flink.engine.allocateJobId();
    started.push(engineJobId);
    return {
      type: 'flink-jar',
      definition: {
        jar: 'uploaded:x',
        mainClass: 'CountForever',
        args: ['jar-test'],
      },
      processing: 'streaming',
      parallelism: 1,
      configuration: {},
      jobName: 'jar-test',
      engineJobId,
      jarPath,
      isRetry: false,
      ...over,
    };
  };

  const until = async (id: string, state: string) => {
    for (let i = 0; i < 400; i += 1) {
      const job = await flink.engine.lookup(id, call());
      if (job?.state === state) return job;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(`${id} did not come to be ${state}`);
  };

  const refusalOf = async (wrong: JobSubmission) => {
    const error = await flink.engine.submit(wrong, call()).then(
      () => undefined,
      thrown => thrown,
    );
    expect(error).toBeInstanceOf(SubmissionRefusedError);
    return (error as SubmissionRefusedError).problems[0];
  };

  beforeAll(async () => {
    flink = await realFlink(version);
    jarPath = await buildJar(flink.jobManager.url);
  });

  afterAll(async () => {
    for (const id of started) await flink?.engine.cancel(id, call());
    await flink?.dispose();
  });

  it('runs once, whatever is lost on the way, and is not sent twice', async () => {
    const job = submission();
    flink.jobManager.breakNext(/^POST \/jars\/[^/]+\/run/, 'drop-answer');
    await expect(flink.engine.submit(job, call())).rejects.toThrow(
      'broke the connection off',
    );
    await flink.engine.submit({ ...job, isRetry: true }, call());
    await flink.engine.submit({ ...job, isRetry: false }, call());
    await until(job.engineJobId, 'running');
    const uploads = flink.jobManager.requests.filter(line =>
      line.startsWith('POST /jars/upload'),
    );
    expect(uploads.length).toBeLessThanOrEqual(1);
  });

  it('takes its state up from a savepoint', async () => {
    const first = submission();
    await flink.engine.submit(first, call());
    await until(first.engineJobId, 'running');
    const request = {
      engineJobId: first.engineJobId,
      requestId: flink.engine.allocateJobId(),
    };
    await flink.engine.stopWithSavepoint(request, call());
    await until(first.engineJobId, 'finished');
    const progress = await flink.engine.requestProgress(request, call());
    const location =
      progress.state === 'completed' ? progress.location ?? '' : '';
    expect(location).toMatch(/savepoint-/);
    const second = submission({
      restore: { location, engineJobId: first.engineJobId },
    });
    await flink.engine.submit(second, call());
    await until(second.engineJobId, 'running');
    const answer = await fetch(
      `${flink.jobManager.url}/jobs/${second.engineJobId}/checkpoints`,
    );
    expect((await answer.json()).latest.restored.external_path).toBe(location);
  });

  it('is refused with Flink’s reason when its snapshot is gone', async () => {
    const problem = await refusalOf(
      submission({
        restore: { location: 'file:///nothing/here', engineJobId: 'x' },
      }),
    );
    expect(problem).toMatchObject({
      message: expect.stringContaining('Cannot find checkpoint or savepoint'),
      remedy: expect.stringContaining('Restore from another one'),
    });
  });

  it('is refused when there is no such class', async () => {
    const problem = await refusalOf(
      submission({ definition: { jar: 'x', mainClass: 'a.Missing' } }),
    );
    expect(problem.field).toBe('definition.mainClass');
    expect(problem.message).toContain('a.Missing');
  });

  it('is refused with the program’s own words when that does not want to', async () => {
    const problem = await refusalOf(
      submission({
        definition: { jar: 'x', mainClass: 'CountForever', args: ['refuse'] },
      }),
    );
    expect(problem.message).toBe('I was told to refuse');
  });

  it('is refused when the jar is none', async () => {
    const problem = await refusalOf(submission({ jarPath: __filename }));
    expect(problem.field).toBe('definition.jar');
  });

  it('is refused when it is named from a place that is not allowed', async () => {
    const problem = await refusalOf(
      submission({
        jarPath: undefined,
        definition: { jar: 'file:///etc/passwd' },
      }),
    );
    expect(problem.message).toContain('not at an allowed place');
  });
});
