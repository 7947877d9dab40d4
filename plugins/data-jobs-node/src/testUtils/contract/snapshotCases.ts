import { VerbRefusedError } from '../../engineErrors';
import { RequestProgress } from '../../JobEngine';
import { ContractRig } from './ContractRig';

/** Savepoints, stops, and taking state up again. */
export function snapshotCases(rig: () => ContractRig): void {
  const settled = (engineJobId: string, requestId: string) =>
    rig().poll<RequestProgress>(
      () =>
        rig().engine.requestProgress({ engineJobId, requestId }, rig().call()),
      progress => progress.state !== 'in-progress',
    );

  const ended = (engineJobId: string) =>
    rig().until(
      engineJobId,
      job => !job || !['running', 'deploying'].includes(job.state),
    );

  const suspends = () => rig().engine.capabilities.verbs.includes('suspend');

  it('stops once with a savepoint although it is asked twice', async () => {
    const { engine } = rig();
    if (!suspends()) {
      expect(engine.capabilities.verbs).not.toContain('resume');
      return;
    }
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const request = { engineJobId, requestId: rig().requestId() };
    await engine.stopWithSavepoint(request, rig().call());
    await engine.stopWithSavepoint(request, rig().call());
    const progress = await settled(engineJobId, request.requestId);
    expect(progress).toMatchObject({ state: 'completed' });
    const job = await ended(engineJobId);
    expect(['finished', 'suspended', undefined]).toContain(job?.state);
    const snapshots = await engine.snapshots(engineJobId, rig().call());
    expect(snapshots.filter(s => s.kind === 'savepoint').length).toBeLessThan(
      2,
    );
    await engine.stopWithSavepoint(request, rig().call()).catch(error => {
      expect(error).toBeInstanceOf(VerbRefusedError);
    });
    expect(await engine.lookup(engineJobId, rig().call())).toEqual(job);
  });

  it('restores a run from the savepoint of another', async () => {
    const { engine, bench } = rig();
    if (!suspends()) {
      expect(engine.capabilities.verbs).not.toContain('resume');
      return;
    }
    const first = await rig().run(bench.longRunning());
    const request = {
      engineJobId: first.engineJobId,
      requestId: rig().requestId(),
    };
    await engine.stopWithSavepoint(request, rig().call());
    const progress = await settled(first.engineJobId, request.requestId);
    await ended(first.engineJobId);
    expect(progress).toMatchObject({ state: 'completed' });
    const location =
      progress.state === 'completed' && progress.location
        ? progress.location
        : (await engine.snapshots(first.engineJobId, rig().call()))[0].location;
    const second = await rig().run(bench.longRunning(), {
      location,
      engineJobId: first.engineJobId,
    });
    await bench.expectRestored?.(second.engineJobId, location);
    expect(await rig().jobsNamed(second.jobName)).toHaveLength(1);
  });

  it('refuses to restore from a place where nothing is', async () => {
    const { engine, bench } = rig();
    if (!engine.capabilities.restoreFromLocation) {
      expect(engine.capabilities.restoreFromLocation).toBe(false);
      return;
    }
    const submission = rig().submission(bench.longRunning(), {
      location: '/contract/there/is/nothing/here',
      engineJobId: engine.allocateJobId(),
    });
    await expect(engine.submit(submission, rig().call())).rejects.toMatchObject(
      {
        name: 'SubmissionRefusedError',
      },
    );
    const job = await engine.lookup(submission.engineJobId, rig().call());
    expect(['failed', undefined]).toContain(job?.state);
  });

  it('takes a savepoint of a job that goes on', async () => {
    const { engine } = rig();
    if (!engine.capabilities.liveSavepoints) {
      await expect(
        engine.triggerSavepoint(
          {
            engineJobId: engine.allocateJobId(),
            requestId: rig().requestId(),
          },
          rig().call(),
        ),
      ).rejects.toBeInstanceOf(VerbRefusedError);
      return;
    }
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const request = { engineJobId, requestId: rig().requestId() };
    await engine.triggerSavepoint(request, rig().call());
    await engine.triggerSavepoint(request, rig().call());
    const progress = await settled(engineJobId, request.requestId);
    expect(progress).toMatchObject({ state: 'completed' });
    const job = await engine.lookup(engineJobId, rig().call());
    expect(job?.state).toBe('running');
    const snapshots = await rig().poll(
      () => engine.snapshots(engineJobId, rig().call()),
      found => found.some(s => s.kind === 'savepoint'),
    );
    expect(snapshots.filter(s => s.kind === 'savepoint')).toHaveLength(1);
  });

  it('lists snapshots newest first, each with its place and its run', async () => {
    const { engine } = rig();
    if (!engine.capabilities.liveSavepoints) {
      expect(engine.capabilities.liveSavepoints).toBe(false);
      return;
    }
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    for (let i = 0; i < 2; i += 1) {
      const requestId = rig().requestId();
      await engine.triggerSavepoint({ engineJobId, requestId }, rig().call());
      expect(await settled(engineJobId, requestId)).toMatchObject({
        state: 'completed',
      });
    }
    const snapshots = await rig().poll(
      () => engine.snapshots(engineJobId, rig().call()),
      found => found.filter(s => s.kind === 'savepoint').length >= 2,
    );
    const times = snapshots.map(snapshot => snapshot.createdAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(snapshots.map(s => s.id)).size).toBe(snapshots.length);
    for (const snapshot of snapshots) {
      expect(snapshot.engineJobId).toBe(engineJobId);
      expect(snapshot.location).not.toBe('');
    }
  });

  it('says when it does not know a request', async () => {
    const { engine } = rig();
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const progress = await engine.requestProgress(
      { engineJobId, requestId: rig().requestId() },
      rig().call(),
    );
    expect(progress).toEqual({ state: 'unknown-request' });
  });
}
