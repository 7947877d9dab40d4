import {
  EngineUnavailableError,
  JobSubmission,
} from '@datalark/backstage-plugin-data-jobs-node';
import { COUNT_FOREVER, sqlJob } from './__testUtils__/flinkDefinitions';
import { realFlink } from './__testUtils__/flinkBench';
import { Fault } from './__testUtils__/FaultyProxy';

jest.setTimeout(120_000);

describe('Flink on a bad line', () => {
  let flink: Awaited<ReturnType<typeof realFlink>>;
  const started: string[] = [];

  const call = (ms = 60_000) => ({ signal: AbortSignal.timeout(ms) });

  const submission = (sql = COUNT_FOREVER): JobSubmission => {
    const engineJobId = flink.engine.allocateJobId();
    started.push(engineJobId);
    return {
      ...sqlJob(sql),
      jobName: `faults-${engineJobId.slice(0, 8)}`,
      engineJobId,
      isRetry: false,
    };
  };

  const runsOf = async (name: string) => {
    const answer = await fetch(`${flink.jobManager.url}/jobs/overview`);
    const { jobs } = await answer.json();
    return jobs.filter((job: { name: string }) => job.name === name).length;
  };

  beforeAll(async () => {
    flink = await realFlink('2.3.0');
  });

  afterAll(async () => {
    for (const id of started) await flink?.engine.cancel(id, call());
    await flink?.dispose();
  });

  const STATEMENTS = /^POST .*\/statements$/;
  const faults: Array<[string, RegExp, Fault]> = [
    ['the INSERT never arrives', STATEMENTS, 'refuse'],
    ['the answer to the INSERT is lost', STATEMENTS, 'drop-answer'],
    ['the answer to the INSERT is cut off', STATEMENTS, 'cut-off'],
    [
      'something else answers the INSERT',
      STATEMENTS,
      { status: 504, body: '' },
    ],
  ];

  it.each(faults)('runs one job when %s', async (_, request, fault) => {
    const job = submission();
    flink.gateway.breakNext(request, fault, /INSERT INTO/);
    await expect(flink.engine.submit(job, call())).rejects.toBeInstanceOf(
      EngineUnavailableError,
    );
    await flink.engine.submit({ ...job, isRetry: true }, call());
    await flink.engine.submit({ ...job, isRetry: true }, call());
    expect(await runsOf(job.jobName)).toBe(1);
  });

  it('runs one job when the caller gave up after the INSERT was sent', async () => {
    const job = submission();
    const before = flink.gateway.requests.length;
    const stop = new AbortController();
    const watch = setInterval(() => {
      const statements = flink.gateway.requests
        .slice(before)
        .filter(line => STATEMENTS.test(line));
      // Two tables, then the INSERT.
      if (statements.length >= 3) stop.abort(new Error('given up'));
    }, 1);
    const outcome = await flink.engine
      .submit(job, { signal: stop.signal })
      .then(
        () => 'submitted',
        error => error.message,
      );
    clearInterval(watch);
    expect(['submitted', 'given up']).toContain(outcome);
    await flink.engine.submit({ ...job, isRetry: true }, call());
    expect(await runsOf(job.jobName)).toBe(1);
  });

  it('warns, and does not fail, when the Gateway cannot be asked for its opinion', async () => {
    flink.gateway.isReachable = false;
    const problems = await flink.engine.validate(sqlJob(COUNT_FOREVER), call());
    flink.gateway.isReachable = true;
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining('could not be checked by Flink'),
      },
    ]);
  });

  it('shows a silent Gateway as a part out of reach, with the jobs still known', async () => {
    flink.gateway.isReachable = false;
    const stop = new AbortController();
    const looks = flink.engine
      .observe({ signal: stop.signal })
      [Symbol.asyncIterator]();
    const { value } = await looks.next();
    stop.abort();
    flink.gateway.isReachable = true;
    expect(value).toMatchObject({
      reachable: true,
      info: { parts: [{ name: 'SQL Gateway', reachable: false }] },
      problems: [{ remedy: expect.stringContaining('SQL Gateway') }],
    });
  });

  it('refuses a Gateway that speaks another version', async () => {
    flink.gateway.breakNext(/api_versions/, {
      status: 200,
      body: '{"versions":["V9"]}',
    });
    await expect(flink.engine.submit(submission(), call())).rejects.toThrow(
      'speaks v9; known are v4, v3, v2, v1',
    );
  });

  it('leaves no session behind, whatever happens', async () => {
    const before = flink.gateway.requests.length;
    await flink.engine.validate(sqlJob('INSERT INTO nope SELECT 1'), call());
    await flink.engine
      .submit(submission('INSERT INTO a SELECT 1'), call())
      .catch(() => undefined);
    const lines = flink.gateway.requests.slice(before);
    const opened = lines.filter(line => /^POST .*\/sessions$/.test(line));
    const closed = lines.filter(line => /^DELETE .*\/sessions\//.test(line));
    expect(opened).toHaveLength(2);
    expect(closed).toHaveLength(2);
  });

  it('asks Flink a fixed number of questions per look, not one per job', async () => {
    const before = flink.jobManager.requests.length;
    const stop = new AbortController();
    const looks = flink.engine
      .observe({ signal: stop.signal })
      [Symbol.asyncIterator]();
    await looks.next();
    stop.abort();
    expect(flink.jobManager.requests.slice(before).sort()).toEqual([
      'GET /jobs/overview',
      'GET /overview',
    ]);
  });
});
