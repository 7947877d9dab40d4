import { observedJob } from '../observe/observedJob';
import { recorded } from '../__testUtils__/recorded';
import { readJobAnswer } from './JobAnswer';
import { readException } from './jobError';
import { readMetrics } from './jobMetrics';
import { readPlan } from './jobPlan';

const ID = '1176430838225569999';

describe('recorded answers', () => {
  it.each(['v1', 'v2'])('keeps the 64 bits of ids, %s', version => {
    for (const job of recorded(`${version}-finished-jobs`)) {
      const answer = readJobAnswer(job)!;
      expect(answer.jobId).toMatch(/^\d+$/);
      // In v1 the id inside is a bare number in JSON in JSON.
      expect(String(answer.dag?.jobId)).toBe(answer.jobId);
    }
    const running = readJobAnswer(recorded(`${version}-job-info-running`));
    expect(running?.jobId).toBe(ID);
  });

  it.each(['v1', 'v2'])('reads a running job, %s', version => {
    const job = readJobAnswer(recorded(`${version}-job-info-running`))!;
    expect(observedJob(job, 'UTC')).toMatchObject({
      engineJobId: ID,
      state: 'running',
      reasons: [],
      startedAt: expect.stringMatching(/^2026-11-21T08:\d\d:\d\d\.000Z$/),
      records: { read: expect.any(Number), written: expect.any(Number) },
    });
  });

  it.each(['v1', 'v2'])('takes SAVEPOINT_DONE for suspended, %s', version => {
    const job = readJobAnswer(recorded(`${version}-job-info-savepoint-done`))!;
    const observed = observedJob(job, 'UTC');
    expect(observed?.state).toBe('suspended');
    expect(observed?.endedAt).toMatch(/^2026-11-21T/);
  });

  it('counts rows in total and per table, after the end too', () => {
    const job = readJobAnswer(recorded('v1-job-info-two-tables'))!;
    expect(observedJob(job)?.records).toEqual({ read: 700, written: 700 });
    const metrics = readMetrics(job.metrics);
    expect(metrics[0].scope).toBeUndefined();
    expect(metrics).toContainEqual({
      name: 'TableSinkWriteCount',
      value: 500,
      unit: 'records',
      scope: 'src.public.items',
    });
    expect(metrics).toContainEqual({
      name: 'SinkWriteBytes',
      value: 32584,
      unit: 'bytes',
    });
  });

  it('does not take an answer without a status for a job', () => {
    expect(readJobAnswer(recorded('job-info-unknown'))).toBeUndefined();
  });

  it.each([
    ['v1-job-info-running', 'Source[0]-FakeSource'],
    ['v1-job-info-savepoint-done', 'Source[0]-FakeSource'],
    ['v2-job-info-running', 'Source[0]-FakeSource'],
    ['v1-job-info-two-tables', 'Source[0]-Jdbc'],
  ])('reads the graph of %s', (name, source) => {
    const plan = readPlan(readJobAnswer(recorded(name))!.dag);
    expect(plan.nodes.map(node => node.name)).toEqual([
      source,
      expect.stringMatching(/^Sink\[0\]-\w+-MultiTableSink$/),
    ]);
    const [from, to] = plan.nodes.map(node => node.id);
    expect(plan.edges).toEqual([{ from, to }]);
  });

  it('joins a chain of three in the right order', () => {
    const [job] = recorded('v2-finished-jobs');
    const plan = readPlan(readJobAnswer(job)!.dag);
    const name = (id: string) => plan.nodes.find(n => n.id === id)?.name;
    expect(plan.edges.map(e => [name(e.from), name(e.to)])).toEqual([
      ['Source[0]-FakeSource', 'TransformChain[Transform[0]-Sql]'],
      ['TransformChain[Transform[0]-Sql]', 'Sink[0]-Console-MultiTableSink'],
    ]);
  });

  it('says why a job failed', () => {
    const job = readJobAnswer(recorded('v1-job-info-failed'))!;
    expect(observedJob(job)?.message).toMatch(/serialVersionUID/);
    const exception = readException(job.error!, '2026-11-21T08:00:00.000Z');
    expect(exception.name).toMatch(/Exception$/);
    expect(exception.message).toMatch(/JdbcSink/);
    expect(exception.stack!.length).toBeLessThanOrEqual(20_000);
  });
});
