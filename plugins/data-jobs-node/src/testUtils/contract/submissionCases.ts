import {
  EngineUnavailableError,
  SubmissionRefusedError,
} from '../../engineErrors';
import { ContractRig } from './ContractRig';

/** Getting jobs to run, exactly once, and getting rid of them. */
export function submissionCases(rig: () => ContractRig): void {
  it('allocates ids that are new each time and well-formed', () => {
    const ids = Array.from({ length: 200 }, () => rig().engine.allocateJobId());
    const format = rig().bench.jobIdFormat ?? /^[0-9a-f]{32}$/;
    expect(ids.filter(id => !format.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('runs a job under the id that was allocated for it, and under its name', async () => {
    const { engineJobId, jobName } = await rig().run(rig().bench.longRunning());
    const job = await rig().engine.lookup(engineJobId, rig().call());
    expect(job).toMatchObject({ engineJobId, name: jobName, state: 'running' });
    expect(job?.startedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('finds the job that is already there when a submission is repeated', async () => {
    const submission = await rig().run(rig().bench.longRunning());
    await rig().engine.submit({ ...submission, isRetry: true }, rig().call());
    const jobs = await rig().jobsNamed(submission.jobName);
    expect(jobs.map(job => job.engineJobId)).toEqual([submission.engineJobId]);
  });

  it('starts one job when the same submission arrives several times at once', async () => {
    const submission = rig().submission(rig().bench.longRunning());
    await Promise.all(
      [false, true, true].map(isRetry =>
        rig().engine.submit({ ...submission, isRetry }, rig().call()),
      ),
    );
    await rig().untilRunning(submission.engineJobId);
    expect(await rig().jobsNamed(submission.jobName)).toHaveLength(1);
  });

  it('starts one job when the answer to the first attempt is lost', async () => {
    const { loseNextAnswer } = rig().bench;
    if (!loseNextAnswer) return;
    const submission = rig().submission(rig().bench.longRunning());
    await loseNextAnswer();
    await expect(
      rig().engine.submit(submission, rig().call()),
    ).rejects.toBeInstanceOf(EngineUnavailableError);
    await rig().engine.submit({ ...submission, isRetry: true }, rig().call());
    await rig().untilRunning(submission.engineJobId);
    expect(await rig().jobsNamed(submission.jobName)).toHaveLength(1);
  });

  it('refuses a wrong definition with its problems, and runs nothing', async () => {
    const submission = rig().submission(rig().bench.wrong());
    const refusal: SubmissionRefusedError = await rig()
      .engine.submit(submission, rig().call())
      .then(
        () => undefined,
        error => error,
      );
    expect(refusal).toBeInstanceOf(SubmissionRefusedError);
    expect(refusal.problems.some(p => p.severity === 'error')).toBe(true);
    for (const problem of refusal.problems) {
      expect(problem.message.trim()).not.toBe('');
    }
    const live = (await rig().jobsNamed(submission.jobName)).filter(
      job => job.state === 'running' || job.state === 'deploying',
    );
    expect(live).toEqual([]);
  });

  it('validates without rejecting and without running anything', async () => {
    const { engine, bench } = rig();
    const before = await rig().observed(look => look.reachable);
    const good = await engine.validate(bench.longRunning(), rig().call());
    expect(good.filter(p => p.severity === 'error')).toEqual([]);
    const bad = await engine.validate(bench.wrong(), rig().call());
    expect(bad.filter(p => p.severity === 'error')).not.toEqual([]);
    const after = await rig().observed(look => look.reachable);
    const ids = (look: typeof before) =>
      look.reachable ? look.jobs.map(job => job.engineJobId).sort() : [];
    expect(ids(after)).toEqual(ids(before));
  });

  it('finds that a definition fits its own state, and rejects none', async () => {
    const { engine, bench } = rig();
    if (!engine.compareDefinitions) return;
    const same = await engine.compareDefinitions(
      bench.longRunning(),
      bench.longRunning(),
      rig().call(),
    );
    expect(same).toMatchObject({ verdict: 'compatible', reasons: [] });
    const wrong = await engine.compareDefinitions(
      bench.longRunning(),
      bench.wrong(),
      rig().call(),
    );
    expect(['risky', 'needs-clean-start', 'compatible']).toContain(
      wrong.verdict,
    );
    expect(wrong.reasons.every(one => one.message.length > 10)).toBe(true);
  });

  it('does not reject a definition of a type that it does not know', async () => {
    const problems = await rig().engine.validate(
      { ...rig().bench.wrong(), type: 'contract-unknown' },
      rig().call(),
    );
    expect(problems.some(p => p.severity === 'error')).toBe(true);
  });

  it('says that it does not know a job that never was', async () => {
    const { engine } = rig();
    const id = engine.allocateJobId();
    expect(await engine.lookup(id, rig().call())).toBeUndefined();
  });

  it('cancels a job; an ended or unknown one is no error', async () => {
    const { engine } = rig();
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    await engine.cancel(engineJobId, rig().call());
    await rig().until(
      engineJobId,
      job => job === undefined || job.state === 'canceled',
    );
    await engine.cancel(engineJobId, rig().call());
    await engine.cancel(engine.allocateJobId(), rig().call());
  });

  it('lets a job come to its natural end', async () => {
    const { finishing } = rig().bench;
    if (!finishing) return;
    const submission = rig().submission(finishing());
    await rig().engine.submit(submission, rig().call());
    // Some engines write the time of the end a moment after the state.
    const job = await rig().until(
      submission.engineJobId,
      seen => seen?.state === 'finished' && seen.endedAt !== undefined,
    );
    expect(job?.endedAt).toMatch(/Z$/);
  });
}
