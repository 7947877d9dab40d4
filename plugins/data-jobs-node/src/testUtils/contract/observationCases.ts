import { EngineUnavailableError } from '../../engineErrors';
import { ContractRig } from './ContractRig';

/** Watching an engine, its silence included. */
export function observationCases(rig: () => ContractRig): void {
  it('shows all jobs in each observation, with the version of the engine', async () => {
    const first = await rig().run(rig().bench.longRunning());
    const second = await rig().run(rig().bench.longRunning());
    const wanted = [first.engineJobId, second.engineJobId];
    const look = await rig().observed(
      observation =>
        observation.reachable &&
        wanted.every(id => observation.jobs.some(j => j.engineJobId === id)),
    );
    expect(look).toMatchObject({
      reachable: true,
      info: { version: expect.stringMatching(/\S/) },
      observedAt: expect.stringMatching(/Z$/),
    });
  });

  it('shows a change of state', async () => {
    const { engine } = rig();
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const gone = rig().observed(
      look =>
        look.reachable &&
        look.jobs.every(
          job => job.engineJobId !== engineJobId || job.state === 'canceled',
        ),
    );
    await engine.cancel(engineJobId, rig().call());
    expect((await gone).reachable).toBe(true);
  });

  it('stops to observe when the signal aborts', async () => {
    const stop = new AbortController();
    const looks = rig()
      .engine.observe({ signal: stop.signal })
      [Symbol.asyncIterator]();
    await looks.next();
    const next = looks.next();
    stop.abort();
    // One look may have been under way; after it comes the end.
    const result = (await next).done || (await looks.next()).done;
    expect(result).toBe(true);
  });

  it('yields that the engine is out of reach, and never throws for it', async () => {
    const { setReachable } = rig().bench;
    if (!setReachable) return;
    await setReachable(false);
    try {
      const look = await rig().observed(observation => !observation.reachable);
      expect(look.reachable === false && look.message).toMatch(/\S/);
      await expect(
        rig().engine.lookup(rig().engine.allocateJobId(), rig().call()),
      ).rejects.toBeInstanceOf(EngineUnavailableError);
    } finally {
      await setReachable(true);
    }
    expect((await rig().observed(look => look.reachable)).reachable).toBe(true);
  });

  it('gives a call up when its signal aborts', async () => {
    const { engine, bench } = rig();
    const signal = AbortSignal.abort();
    const id = engine.allocateJobId();
    const submission = rig().submission(bench.longRunning());
    await expect(engine.lookup(id, { signal })).rejects.toThrow();
    await expect(engine.submit(submission, { signal })).rejects.toThrow();
    await expect(engine.snapshots(id, { signal })).rejects.toThrow();
    expect(await rig().jobsNamed(submission.jobName)).toEqual([]);
  });
}
