import { FAKE_SYNTAX_ERROR } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { TestPlane } from '../../__testUtils__/TestPlane';
import { restorePoint } from '../restorePoint';

describe('deploy', () => {
  let plane: TestPlane;

  beforeEach(async () => {
    plane = await TestPlane.sqlite();
    await plane.write();
    plane.startWorker();
  });
  afterEach(async () => plane.stop());

  const live = () => plane.engine.liveJobs('orders');
  const names = (operation: { steps: Array<{ name: string }> }) =>
    operation.steps.map(step => step.name);
  const point = async () =>
    restorePoint(await plane.deployment(), plane.stores);
  const v2 = { definition: { sql: 'INSERT INTO sink SELECT 2 FROM orders;' } };

  it('runs the newest version and writes it all down', async () => {
    const operation = await plane.done('deploy');
    expect(names(operation)).toEqual([
      'Check the definition',
      'Look at the job',
      'Submit the job',
      'Wait until it runs',
    ]);
    expect(operation.steps.every(step => step.endedAt)).toBe(true);
    expect(operation).toMatchObject({
      requestedBy: 'user:default/lin',
      versionAfter: 1,
    });
    expect(live()).toHaveLength(1);
    expect(await plane.deployment()).toMatchObject({
      desired: 'running',
      deployedVersion: 1,
      observation: { state: 'running', engineJobId: live()[0].engineJobId },
      lastChange: { verb: 'deploy', state: 'succeeded' },
    });
    expect(
      await plane.stores.runs.list(await plane.deployment(), 10),
    ).toMatchObject([{ version: 1, state: 'running' }]);
  });

  it('upgrades through a savepoint and starts from it', async () => {
    await plane.done('deploy');
    const [first] = live();
    await plane.write(v2);
    await plane.done('deploy');
    const [second] = live();
    expect(live()).toHaveLength(1);
    expect(second.restoredFrom?.location).toBe(first.snapshots[0].location);
    expect(second.submission?.definition).toEqual(v2.definition);
    expect(
      await plane.stores.snapshots.list(await plane.deployment()),
    ).toMatchObject([
      { kind: 'savepoint', version: 1, triggeredBy: 'user:default/lin' },
    ]);
  });

  it('upgrades from the newest checkpoint in last-state', async () => {
    await plane.write({ upgradeMode: 'last-state' });
    await plane.done('deploy');
    const [first] = live();
    plane.engine.addCheckpoint(first.engineJobId);
    const newest = plane.engine.addCheckpoint(first.engineJobId);
    await plane.write({ ...v2, upgradeMode: 'last-state' });
    await plane.done('deploy');
    expect(first.state).toBe('canceled');
    expect(live()[0].restoredFrom?.location).toBe(newest.location);
  });

  it('leaves the job running when last-state has no checkpoint yet', async () => {
    await plane.write({ upgradeMode: 'last-state' });
    await plane.done('deploy');
    await plane.write({ ...v2, upgradeMode: 'last-state' });
    const ended = await plane.end(await plane.ask('deploy'));
    expect(ended.error?.message).toContain('no checkpoint');
    expect(live()).toHaveLength(1);
    expect(await plane.deployment()).toMatchObject({ deployedVersion: 2 });
  });

  it.each([
    ['stateless', { upgradeMode: 'stateless' as const }, {}],
    ['batch', { processing: 'batch' as const }, {}],
    ['clean', {}, { clean: true }],
  ])('starts without state: %s', async (_why, spec, params) => {
    await plane.write(spec);
    await plane.done('deploy');
    plane.engine.addCheckpoint(live()[0].engineJobId);
    await plane.write({ ...v2, ...spec });
    await plane.done('deploy', params);
    expect(live()).toHaveLength(1);
    expect(live()[0].restoredFrom).toBeUndefined();
    expect(await point()).toBeUndefined();
  });

  it('starts a failed job from its restore point', async () => {
    await plane.done('deploy');
    const [first] = live();
    await plane.done('savepoint');
    plane.engine.failJob(first.engineJobId);
    await plane.done('deploy');
    expect(live()[0].restoredFrom?.location).toBe(first.snapshots[0].location);
  });

  it.each(['deploy', 'restart'] as const)(
    '%s starts a job that ended outside from a checkpoint that nobody saw',
    async verb => {
      await plane.done('deploy');
      const [first] = live();
      await plane.done('savepoint');
      const newest = plane.engine.addCheckpoint(first.engineJobId);
      plane.engine.failJob(first.engineJobId);
      await plane.done(verb);
      expect(live()[0].restoredFrom?.location).toBe(newest.location);
    },
  );

  it('does not touch what runs when the new definition is wrong', async () => {
    await plane.done('deploy');
    await plane.write({ definition: { sql: FAKE_SYNTAX_ERROR } });
    const ended = await plane.end(await plane.ask('deploy'));
    expect(ended).toMatchObject({
      state: 'failed',
      error: {
        problems: [{ severity: 'error', field: 'definition', line: 1 }],
      },
    });
    expect(live()).toHaveLength(1);
    expect(plane.engine.calls.map(call => call.method)).not.toContain(
      'stopWithSavepoint',
    );
  });

  it('keeps the restore point when the engine refuses the submission', async () => {
    await plane.done('deploy');
    plane.engine.failNextSubmit([
      { severity: 'error', message: 'Table orders not found', line: 3 },
    ]);
    await plane.write(v2);
    const ended = await plane.end(await plane.ask('deploy'));
    expect(ended.error).toMatchObject({
      message: expect.stringContaining('Table orders not found'),
      problems: [{ line: 3 }],
    });
    expect(live()).toHaveLength(0);
    expect(await plane.deployment()).toMatchObject({
      desired: 'running',
      deployedVersion: 1,
      observation: { state: 'failed', engineJobId: undefined },
    });
    const kept = await point();
    expect(kept?.kind).toBe('savepoint');
    await plane.done('deploy');
    expect(live()[0].restoredFrom?.location).toBe(kept?.location);
  });

  it('leaves the job running when the savepoint fails', async () => {
    await plane.done('deploy');
    plane.engine.failNextSavepoint('disk full');
    await plane.write(v2);
    const ended = await plane.end(await plane.ask('deploy'));
    expect(ended.error?.message).toContain('disk full');
    expect(live()).toHaveLength(1);
  });

  it('waits for an engine that is silent, and goes on', async () => {
    plane.engine.setReachable(false, 'connection refused');
    const operation = await plane.ask('deploy');
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(await plane.stores.operations.get(operation.id)).toMatchObject({
      state: 'running',
      steps: [{ message: expect.stringContaining('Waiting for engine fake') }],
    });
    plane.engine.setReachable(true);
    expect((await plane.end(operation)).state).toBe('succeeded');
    expect(live()).toHaveLength(1);
  });

  it('says that the outcome is unknown when the engine stays silent', async () => {
    plane.settings.engineDeadlineMs = 50;
    plane.engine.setReachable(false);
    const ended = await plane.end(await plane.ask('deploy'));
    plane.settings.engineDeadlineMs = 4_000;
    expect(ended.error?.message).toContain('outcome is unknown');
  });

  it.each(['submit', 'stopWithSavepoint', 'cancel'])(
    'does not repeat %s when its answer is lost',
    async method => {
      const spec = {
        upgradeMode:
          method === 'cancel' ? ('stateless' as const) : ('savepoint' as const),
      };
      await plane.write(spec);
      await plane.done('deploy');
      await plane.write({ ...v2, ...spec });
      plane.engine.dropNextAnswer(method);
      await plane.done('deploy');
      expect(live()).toHaveLength(1);
      expect(plane.engine.jobs.size).toBe(2);
    },
  );

  it('says what the engine says when the job fails at start', async () => {
    plane.engine.hold('start');
    const operation = await plane.ask('deploy');
    await new Promise(resolve => setTimeout(resolve, 50));
    plane.engine.failJob([...plane.engine.jobs.keys()][0], 'no such topic');
    const ended = await plane.end(operation);
    expect(ended.error?.message).toContain('no such topic');
  });
});
