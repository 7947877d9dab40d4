import {
  OperationParams,
  StateVerdict,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { ORDERS, TestPlane } from '../__testUtils__/TestPlane';

describe('OperationPreviewer', () => {
  let plane: TestPlane;
  let verdict: StateVerdict;

  beforeEach(async () => {
    verdict = 'compatible';
    plane = await TestPlane.sqlite({
      engines: [
        createFakeEngine({
          observeEveryMs: 20,
          compare: async () => ({
            verdict,
            basis: 'plan',
            reasons: [{ verdict, subject: 'GroupAggregate', message: 'Why.' }],
          }),
        }),
      ],
    });
    await plane.write();
    plane.startWorker();
  });
  afterEach(async () => plane.stop());

  const v2 = { definition: { sql: 'INSERT INTO sink SELECT 2 FROM orders;' } };
  const preview = async (verb: Verb, params: OperationParams = {}) => {
    const job = (await plane.stores.jobs.get(ORDERS))!;
    const request = { entityRef: ORDERS, verb, params };
    const checked = await plane.operations.check(job, request);
    return plane.previewer.preview({ job, verb, params, ...checked });
  };
  const names = (steps: Array<{ name: string }>) => steps.map(s => s.name);
  const tables = async () => {
    const dump: Record<string, unknown[]> = {};
    for (const table of [
      'jobs',
      'job_versions',
      'deployments',
      'runs',
      'operations',
      'snapshots',
    ]) {
      dump[table] = await plane.knex(table);
    }
    return dump;
  };

  const upgrade = async () => {
    await plane.done('deploy');
    await plane.write(v2);
  };
  const upgraded = async () => {
    await upgrade();
    await plane.done('deploy');
  };

  /** Prepares a state, and the verbs that make sense in it. */
  const CASES: Array<[string, Verb, OperationParams, () => Promise<unknown>]> =
    [
      ['a first deploy', 'deploy', {}, async () => {}],
      ['an upgrade', 'deploy', {}, upgrade],
      ['a clean upgrade', 'deploy', { clean: true }, upgrade],
      ['a roll back', 'rollback', { version: 1 }, upgraded],
      ['a stop', 'stop', {}, () => plane.done('deploy')],
      [
        'a stop with a savepoint',
        'stop',
        { withSavepoint: true },
        () => plane.done('deploy'),
      ],
      ['a suspension', 'suspend', {}, () => plane.done('deploy')],
      ['a savepoint', 'savepoint', {}, () => plane.done('deploy')],
      ['a restart', 'restart', {}, () => plane.done('deploy')],
      [
        'a resume',
        'resume',
        {},
        async () => {
          await plane.done('deploy');
          await plane.done('suspend');
        },
      ],
      ['a delete', 'delete', {}, () => plane.done('deploy')],
    ];
  it.each(CASES)(
    'foresees the very steps of %s, and changes nothing',
    async (_what, verb, params, prepare) => {
      await prepare();
      const before = await tables();
      const called = plane.engine.calls.length;
      const foreseen = await preview(verb, params);
      expect(await tables()).toEqual(before);
      expect(
        plane.engine.calls.slice(called).map(({ method }) => method),
      ).toEqual(
        expect.not.arrayContaining(['submit', 'cancel', 'stopWithSavepoint']),
      );
      const done = await plane.done(verb, params);
      expect(foreseen.refusal).toBeUndefined();
      expect(names(foreseen.steps)).toEqual(names(done.steps));
      expect(foreseen.before.version).toEqual(done.versionBefore);
      expect(foreseen.after.version).toEqual(
        done.versionAfter ?? done.versionBefore,
      );
    },
  );

  it('says from which snapshot, what is lost, and which word that needs', async () => {
    await plane.done('deploy');
    expect(await preview('deploy')).toMatchObject({
      restoreFrom: { kind: 'new-savepoint' },
      loss: { kind: 'none' },
      confirmation: undefined,
      choiceNeeded: false,
    });
    expect(await preview('stop')).toMatchObject({
      restoreFrom: { kind: 'nothing' },
      loss: { kind: 'all' },
      confirmation: { word: 'orders' },
    });
    const taken = await plane.done('savepoint');
    expect(taken.state).toBe('succeeded');
    expect(await preview('stop')).toMatchObject({
      restoreFrom: { kind: 'snapshot', snapshot: { version: 1 } },
      loss: { kind: 'since-snapshot' },
      confirmation: { word: 'orders' },
    });
    expect(await preview('stop', { withSavepoint: true })).toMatchObject({
      restoreFrom: { kind: 'new-savepoint' },
      confirmation: undefined,
    });
    expect(await preview('deploy', { clean: true })).toMatchObject({
      restoreFrom: { kind: 'nothing' },
      loss: { kind: 'all' },
      confirmation: { word: 'orders' },
    });
    const again = await preview('savepoint');
    expect(again.lastTook?.operations).toBe(1);
    expect(again.lastTook?.medianMs).toBeGreaterThanOrEqual(0);
  });

  it('asks for no word when there is no state', async () => {
    await plane.write({ upgradeMode: 'stateless' });
    await plane.done('deploy');
    expect(await preview('stop')).toMatchObject({
      loss: { kind: 'none' },
      confirmation: undefined,
    });
    expect((await preview('delete')).confirmation).toEqual({
      word: 'orders',
      because: expect.any(String),
    });
  });

  it('says why a verb would fail', async () => {
    await plane.write({ upgradeMode: 'last-state' });
    await plane.done('deploy');
    await plane.write({ ...v2, upgradeMode: 'last-state' });
    const found = await preview('deploy');
    expect(found.refusal?.message).toContain('no checkpoint');
    expect(found.steps.at(-1)?.name).toBe('Cancel the job');

    await plane.write({ definition: { sql: 'INSERT INTO s SELECT ${nix};' } });
    expect((await preview('deploy')).refusal).toMatchObject({
      message: expect.stringContaining('nix'),
      problems: [{ field: 'spec.definition.sql' }],
    });
  });

  it('needs a choice when the state may not fit, and remembers it', async () => {
    await plane.done('deploy');
    await plane.write(v2);
    verdict = 'needs-clean-start';
    const found = await preview('deploy');
    expect(found).toMatchObject({
      choiceNeeded: true,
      compatibility: { verdict, fromVersion: 1, toVersion: 2, basis: 'plan' },
    });

    const refused = await plane.end(await plane.ask('deploy'));
    expect(refused).toMatchObject({
      state: 'failed',
      error: { message: expect.stringContaining('allowNonRestoredState') },
      decision: { compatibility: { verdict } },
    });
    expect(plane.engine.liveJobs('orders')).toHaveLength(1);
    expect((await plane.deployment()).deployedVersion).toBe(1);

    expect(await preview('deploy', { clean: true })).toMatchObject({
      choiceNeeded: false,
    });
    const done = await plane.done('deploy', { allowNonRestoredState: true });
    expect(done.decision).toEqual({
      choice: 'drop',
      compatibility: expect.objectContaining({ verdict, fromVersion: 1 }),
    });
  });

  it('lets Git and programs take a risk, and nobody else', async () => {
    await plane.done('deploy');
    await plane.write(v2);
    verdict = 'risky';
    const job = (await plane.stores.jobs.get(ORDERS))!;
    const onPage = await plane.operations.create(
      job,
      { entityRef: ORDERS, verb: 'deploy' },
      'user:default/lin',
      'page',
    );
    expect(await plane.end(onPage)).toMatchObject({
      state: 'failed',
      error: { message: expect.stringContaining('acceptRisk') },
    });
    expect(await plane.done('deploy')).toMatchObject({
      decision: { compatibility: { verdict: 'risky' } },
    });
  });

  it('compares as text where the engine cannot', async () => {
    const other = await TestPlane.sqlite();
    try {
      await other.write();
      other.startWorker();
      await other.done('deploy');
      await other.write({ parallelism: 2 });
      expect(await other.done('deploy')).toMatchObject({
        decision: { compatibility: { verdict: 'compatible' } },
      });
      await other.write(v2);
      expect(await other.done('deploy')).toMatchObject({
        decision: {
          compatibility: {
            verdict: 'risky',
            basis: 'definition',
            reasons: [{ subject: 'spec.definition' }],
          },
        },
      });
    } finally {
      await other.stop();
    }
  });

  it('promotes what runs in another environment', async () => {
    await plane.write({ environments: { staging: {}, production: {} } });
    await plane.done('deploy', {}, 'staging');
    await plane.write({
      ...v2,
      environments: { staging: {}, production: {} },
    });
    const done = await plane.done(
      'deploy',
      { promoteFrom: 'staging' },
      'production',
    );
    expect(done).toMatchObject({
      versionAfter: 2,
      params: { promoteFrom: 'staging' },
    });
    await expect(
      plane.ask('deploy', { promoteFrom: 'staging' }, 'staging'),
    ).rejects.toThrow(/where it would be promoted to/);
  });
});
