import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { ORDERS, TestPlane } from '../../__testUtils__/TestPlane';
import { restorePoint } from '../restorePoint';

describe('verbs', () => {
  let plane: TestPlane;

  beforeEach(async () => {
    plane = await TestPlane.sqlite();
    await plane.write();
    plane.startWorker();
  });
  afterEach(async () => plane.stop());

  const live = () => plane.engine.liveJobs('orders');
  const point = async () =>
    restorePoint(await plane.deployment(), plane.stores);
  const v2 = { definition: { sql: 'INSERT INTO sink SELECT 2 FROM orders;' } };

  describe('stop', () => {
    it('cancels by default, and with a savepoint when asked', async () => {
      await plane.done('deploy');
      await plane.done('stop');
      expect(live()).toHaveLength(0);
      expect(await plane.deployment()).toMatchObject({
        desired: 'stopped',
        observation: { state: 'canceled', health: { state: 'none' } },
      });
      await plane.done('deploy');
      await plane.done('stop', { withSavepoint: true });
      expect((await point())?.kind).toBe('savepoint');
    });

    it('is refused when it is stopped already', async () => {
      await plane.done('deploy');
      await plane.done('stop');
      await expect(plane.ask('stop')).rejects.toThrow(/stopped already/);
    });
  });

  it('suspends with a savepoint and resumes from it', async () => {
    await plane.done('deploy');
    await plane.done('suspend');
    expect(await plane.deployment()).toMatchObject({
      desired: 'suspended',
      observation: { state: 'suspended', health: { state: 'none' } },
    });
    const kept = await point();
    await plane.write(v2);
    await plane.done('resume');
    expect(live()[0].restoredFrom?.location).toBe(kept?.location);
    expect(await plane.deployment()).toMatchObject({ deployedVersion: 1 });
  });

  it('does not resume what has no restore point', async () => {
    await plane.done('deploy');
    plane.engine.failJob(live()[0].engineJobId);
    plane.startObserver();
    const observed = plane.done.bind(plane);
    await new Promise(resolve => setTimeout(resolve, 60));
    await expect(observed('resume')).rejects.toThrow(/nothing to resume from/);
  });

  it.each([
    [undefined, 'finished'],
    [false, 'canceled'],
  ])('restarts with withSavepoint %s', async (withSavepoint, state) => {
    await plane.done('deploy');
    const [first] = live();
    const checkpoint = plane.engine.addCheckpoint(first.engineJobId);
    await plane.done('restart', { withSavepoint });
    expect(first.state).toBe(state);
    expect(live()).toHaveLength(1);
    expect(live()[0].restoredFrom?.location).toBe(
      withSavepoint === false
        ? checkpoint.location
        : first.snapshots.at(-1)!.location,
    );
  });

  it('takes a savepoint of a job that goes on', async () => {
    await plane.done('deploy');
    const [job] = live();
    const operation = await plane.done('savepoint');
    expect(operation.steps[0].message).toContain(job.snapshots[0].location);
    expect(live()).toHaveLength(1);
    expect(await point()).toMatchObject({
      location: job.snapshots[0].location,
      triggeredBy: 'user:default/lin',
    });
  });

  it('restores an older snapshot, which then is the restore point', async () => {
    await plane.done('deploy');
    await plane.done('savepoint');
    const older = (await point())!;
    await plane.done('savepoint');
    expect((await point())!.id).not.toBe(older.id);
    await plane.done('restore', { snapshot: older.id });
    expect(live()).toHaveLength(1);
    expect(live()[0].restoredFrom?.location).toBe(older.location);
    expect((await point())!.id).toBe(older.id);
  });

  it('restores from a location, and refuses an unknown snapshot', async () => {
    await plane.done('deploy');
    const foreign = plane.engine.addCheckpoint(live()[0].engineJobId);
    await plane.done('restore', { snapshot: foreign.location });
    expect(live()[0].restoredFrom?.location).toBe(foreign.location);
    await expect(
      plane.ask('restore', { snapshot: 'nonsense' }),
    ).rejects.toThrow(/no snapshot "nonsense"/);
  });

  it('rolls back to an older version and keeps state', async () => {
    await plane.done('deploy');
    await plane.write(v2);
    await plane.done('deploy');
    await plane.done('rollback', { version: 1 });
    expect(live()).toHaveLength(1);
    expect(live()[0].restoredFrom).toBeDefined();
    expect(await plane.deployment()).toMatchObject({ deployedVersion: 1 });
    await expect(plane.ask('rollback')).rejects.toThrow(/params.version/);
    await expect(plane.ask('rollback', { version: 9 })).rejects.toThrow(
      /no version 9/,
    );
  });

  it('deletes a portal-owned job in all environments', async () => {
    await plane.write({
      environments: { staging: {}, production: { parallelism: 2 } },
    });
    await plane.done('deploy', {}, 'staging');
    await plane.done('deploy', {}, 'production');
    const operation = await plane.done('delete', {}, 'staging');
    expect(operation.steps.at(-1)?.name).toBe('Forget the job');
    expect(await plane.stores.jobs.get(ORDERS)).toBeUndefined();
    expect(await plane.stores.deployments.ofJob(ORDERS)).toEqual([]);
    expect([...plane.engine.jobs.values()].map(job => job.state)).toEqual([
      'finished',
      'finished',
    ]);
    expect(plane.changed).toContain(`entity ${ORDERS}`);
    expect(await plane.stores.operations.get(operation.id)).toBeDefined();
  });

  it('does not delete a Git-owned job', async () => {
    const git = await TestPlane.sqlite();
    await git.write({}, 'git');
    await expect(git.ask('delete')).rejects.toThrow(/written in Git/);
    await git.stop();
  });

  it.each([
    ['stop', { version: 1 }, /params.version is unknown/],
    ['suspend', {}, /never deployed/],
    ['savepoint', {}, /never deployed/],
    ['restore', {}, /needs params.snapshot/],
  ] as const)('refuses %s with %j', async (verb, params, message) => {
    await expect(plane.ask(verb, params)).rejects.toThrow(message);
  });

  it('refuses a verb that the engine cannot perform', async () => {
    const engine = createFakeEngine({ capabilities: { verbs: ['deploy'] } });
    const poor = await TestPlane.sqlite({ engines: [engine] });
    await poor.write();
    poor.startWorker();
    await poor.done('deploy');
    await expect(poor.ask('suspend')).rejects.toThrow(/cannot suspend/);
    await poor.stop();
  });

  it('refuses a second operation while one is under way', async () => {
    plane.engine.hold('start');
    const first = await plane.ask('deploy');
    await expect(plane.ask('deploy')).rejects.toThrow(
      /deploy .* still under way/,
    );
    plane.engine.release();
    await plane.end(first);
  });

  it('works with an engine that restores under the old id', async () => {
    const engine = createFakeEngine({
      restoreKeepsId: true,
      stoppedState: 'suspended',
    });
    const zeta = await TestPlane.sqlite({ engines: [engine] });
    await zeta.write();
    zeta.startWorker();
    await zeta.done('deploy');
    const { engineJobId } = engine.liveJobs('orders')[0];
    await zeta.done('suspend');
    engine.dropNextAnswer('submit');
    await zeta.done('resume');
    expect(engine.liveJobs('orders')[0].engineJobId).toBe(engineJobId);
    expect(
      await zeta.stores.runs.list(await zeta.deployment(), 9),
    ).toHaveLength(2);
    await zeta.stop();
  });
});
