import { EngineUnavailableError } from '../engineErrors';
import { JobSubmission } from '../JobSubmission';
import { createFakeEngine } from './FakeEngine';
import { FAKE_SYNTAX_ERROR } from './FakeEngineOptions';

const signal = AbortSignal.timeout(10_000);
const submission = (over: Partial<JobSubmission> = {}): JobSubmission => ({
  type: 'flink-sql',
  definition: { sql: 'INSERT' },
  processing: 'streaming',
  configuration: {},
  jobName: 'orders',
  engineJobId: 'a'.repeat(32),
  isRetry: false,
  ...over,
});

describe('FakeEngine', () => {
  it('carries a submission out although its answer is dropped', async () => {
    const engine = createFakeEngine();
    engine.dropNextAnswer();
    await expect(
      engine.submit(submission(), { signal }),
    ).rejects.toBeInstanceOf(EngineUnavailableError);
    expect(engine.liveJobs('orders')).toHaveLength(1);
    await engine.submit(submission({ isRetry: true }), { signal });
    expect(engine.jobs.size).toBe(1);
  });

  it('uses an id up when it refuses, as Flink does', async () => {
    const engine = createFakeEngine();
    engine.failNextSubmit();
    await expect(engine.submit(submission(), { signal })).rejects.toMatchObject(
      { problems: [{ message: 'The engine refused the job.' }] },
    );
    await expect(engine.submit(submission(), { signal })).rejects.toThrow(
      'used up',
    );
  });

  it('refuses a definition that holds the marked error', async () => {
    const problems = await createFakeEngine().validate(
      submission({ definition: { sql: FAKE_SYNTAX_ERROR } }),
      { signal },
    );
    expect(problems).toMatchObject([{ severity: 'error', line: 1 }]);
  });

  it('holds the start back until it is released', async () => {
    const engine = createFakeEngine();
    engine.hold('start');
    await engine.submit(submission(), { signal });
    const id = submission().engineJobId;
    expect(engine.job(id).state).toBe('deploying');
    engine.release();
    expect(engine.job(id).state).toBe('running');
  });

  it('holds savepoints back, and can let them fail', async () => {
    const engine = createFakeEngine();
    await engine.submit(submission(), { signal });
    const request = {
      engineJobId: submission().engineJobId,
      requestId: 'b'.repeat(32),
    };
    engine.hold('savepoint');
    await engine.stopWithSavepoint(request, { signal });
    expect(await engine.requestProgress(request, { signal })).toEqual({
      state: 'in-progress',
    });
    engine.failNextSavepoint('disk full');
    engine.release('savepoint');
    expect(await engine.requestProgress(request, { signal })).toEqual({
      state: 'failed',
      message: 'disk full',
    });
    expect(engine.job(request.engineJobId).state).toBe('running');
  });

  it('lets held calls hang until they are given up', async () => {
    const engine = createFakeEngine();
    engine.hold('answers');
    const stop = new AbortController();
    const pending = engine.lookup('x', { signal: stop.signal });
    stop.abort();
    await expect(pending).rejects.toThrow(/abort/i);
  });

  it('forgets its jobs but not its snapshots, and then takes the id again', async () => {
    const engine = createFakeEngine();
    await engine.submit(submission(), { signal });
    const { location } = engine.addCheckpoint(submission().engineJobId);
    engine.forgetJobs();
    const id = submission().engineJobId;
    expect(await engine.lookup(id, { signal })).toBeUndefined();
    await engine.submit(
      submission({ restore: { location, engineJobId: id } }),
      { signal },
    );
    expect(engine.job(id).restoredFrom?.location).toBe(location);
  });

  it('shows a change at once to who observes', async () => {
    const engine = createFakeEngine({ observeEveryMs: 60_000 });
    const stop = new AbortController();
    const looks = engine
      .observe({ signal: stop.signal })
      [Symbol.asyncIterator]();
    await looks.next();
    engine.addForeignJob('found', 'f'.repeat(32));
    expect((await looks.next()).value).toMatchObject({
      jobs: [{ name: 'found', state: 'running' }],
    });
    stop.abort();
    expect((await looks.next()).done).toBe(true);
  });
});
