import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { eventually } from '@datalark/backend-test-kit';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import { FAKE_SYNTAX_ERROR } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { ORDERS, SPEC, TestPlane } from '../__testUtils__/TestPlane';
import { Redactor } from '../secrets/Redactor';
import { AlertWatch } from './AlertWatch';
import { NoticeSender } from './NoticeSender';
import { readNotificationSettings } from './NotificationSettings';

jest.setTimeout(30_000);

const RUNBOOK = 'https://runbooks.example.com/orders';
const MINUTE = 60_000;

describe('AlertWatch', () => {
  let plane: TestPlane;
  let sent: NotificationSendOptions[];
  let refusal: string | undefined;
  let now: number;
  const config: Record<string, any> = {};

  /** A replica that looks and sends when told to. */
  function replica() {
    const redactor = new Redactor({
      values: () => [{ name: 'db', value: 'geheim-1' }],
    });
    const settings = {
      ...readNotificationSettings(
        new ConfigReader({ dataJobs: { notifications: config } }),
      ),
      slowlyEveryMs: 0,
    };
    const entity: Entity = {
      apiVersion: 'datalark.io/v1alpha1',
      kind: 'DataJob',
      metadata: {
        name: 'orders',
        namespace: 'default',
        annotations: { 'datalark.io/runbook-url': RUNBOOK },
      },
    };
    const watch = new AlertWatch({
      stores: plane.stores,
      engines: plane.registry,
      catalog: catalogServiceMock({ entities: [entity] }),
      auth: mockServices.auth(),
      redactor,
      intervals: plane.intervals,
      settings,
      logger: plane.logger,
    });
    const sender = new NoticeSender({
      stores: plane.stores,
      redactor,
      logger: plane.logger,
      notifications: {
        send: async options => {
          if (refusal) throw new Error(refusal);
          sent.push(options);
        },
      },
    });
    return {
      async look() {
        await watch.look(now);
        await sender.release(new Date(now).toISOString());
        await sender.send(now);
      },
    };
  }

  const titles = () => sent.map(({ payload }) => payload.title);
  const until = (state: string) =>
    eventually(
      () => plane.deployment(),
      ({ observation }) => expect(observation.state).toBe(state),
    );
  const job = () => [...plane.engine.jobs.values()].at(-1)!;

  async function begin(spec: Partial<JobSpec> = {}) {
    await plane.write(spec);
    plane.startWorker();
    plane.startObserver();
    await plane.done('deploy');
    await until('running');
  }

  async function fail(
    message = 'java.lang.IllegalStateException: geheim-1 no\nat x',
  ) {
    plane.engine.failJob(job().engineJobId, message);
    await until('failed');
  }

  beforeEach(async () => {
    plane = await TestPlane.sqlite();
    sent = [];
    refusal = undefined;
    now = Date.now();
    for (const key of Object.keys(config)) delete config[key];
  });
  afterEach(async () => plane.stop());

  it('tells the owner once that a job failed, with all that is needed, and that it recovered', async () => {
    await begin();
    const first = replica();
    await first.look();
    expect(sent).toEqual([]);
    await fail();
    await first.look();
    await first.look();
    // A back end that has just started knows what was told.
    await replica().look();
    expect(sent).toHaveLength(1);
    const [{ recipients, payload }] = sent;
    expect(recipients).toEqual({
      type: 'entity',
      entityRef: 'group:default/shop',
    });
    expect(payload).toMatchObject({
      title: 'orders failed',
      severity: 'critical',
      topic: 'failed',
      scope: `data-jobs:${ORDERS}:default:failed`,
      link: '/catalog/default/datajob/orders/job?tab=diagnostics',
      metadata: { runbook: RUNBOOK, cause: 'failed' },
    });
    expect(payload.description).toContain('IllegalStateException');
    expect(payload.description).toContain('[secret:db]');
    expect(payload.description).not.toContain('geheim');
    expect(payload.description).not.toContain('at x');
    expect(payload.description).toContain('Last change: deploy by lin');
    expect(payload.description).toContain(RUNBOOK);

    await plane.done('deploy');
    await until('running');
    now += 5_000;
    await first.look();
    expect(sent).toHaveLength(1);
    now += 2 * MINUTE;
    await first.look();
    expect(titles()).toEqual(['orders failed', 'orders recovered']);
    expect(sent[1].payload.scope).toBe(payload.scope);
  });

  it('is one notification with two replicas', async () => {
    await begin();
    await fail();
    const [one, two] = [replica(), replica()];
    await Promise.all([one.look(), two.look()]);
    await Promise.all([one.look(), two.look()]);
    expect(titles()).toEqual(['orders failed']);
  });

  it('never takes unknown for failed', async () => {
    await begin();
    plane.engine.setReachable(false);
    await until('unknown');
    const watch = replica();
    await watch.look();
    now += 60 * MINUTE;
    await watch.look();
    plane.engine.setReachable(true);
    await until('running');
    await watch.look();
    expect(sent).toEqual([]);
  });

  it('tells of a degraded job when that lasts, and of nothing that a person did', async () => {
    await begin();
    const watch = replica();
    plane.engine.setReasons(job().engineJobId, [
      { code: 'restarting', message: 'The engine restarts the job.' },
    ]);
    await eventually(
      () => plane.deployment(),
      ({ observation }) => expect(observation.health.state).toBe('degraded'),
    );
    await watch.look();
    expect(sent).toEqual([]);
    now += MINUTE;
    await watch.look();
    expect(titles()).toEqual(['orders is degraded: the engine restarts it']);
    await plane.done('stop');
    now += 10 * MINUTE;
    await watch.look();
    now += 10 * MINUTE;
    await watch.look();
    expect(sent).toHaveLength(1);
  });

  it('tells that the newest checkpoint is too old', async () => {
    await begin({
      configuration: { 'execution.checkpointing.interval': MINUTE },
    });
    plane.engine.addCheckpoint(job().engineJobId);
    await eventually(
      async () => plane.stores.snapshots.list(await plane.deployment()),
      list => expect(list).toHaveLength(1),
    );
    const watch = replica();
    now += 14 * MINUTE;
    await watch.look();
    expect(sent).toEqual([]);
    now += 2 * MINUTE;
    // The engine was asked for snapshots just now.
    await plane.knex('deployments').update({
      snapshots_checked_at: new Date(now + MINUTE).toISOString(),
    });
    await watch.look();
    expect(titles()).toEqual(['orders: the newest checkpoint is 16 min old']);
  });

  it('waits longer where checkpoints are taken seldom', async () => {
    await begin({
      configuration: { 'execution.checkpointing.interval': 10 * MINUTE },
    });
    plane.engine.addCheckpoint(job().engineJobId);
    await eventually(
      async () => plane.stores.snapshots.list(await plane.deployment()),
      list => expect(list).toHaveLength(1),
    );
    const watch = replica();
    const lookAfter = async (minutes: number) => {
      now += minutes * MINUTE;
      await plane.knex('deployments').update({
        snapshots_checked_at: new Date(now + MINUTE).toISOString(),
      });
      await watch.look();
    };
    await lookAfter(29);
    expect(sent).toEqual([]);
    await lookAfter(2);
    expect(titles()).toEqual(['orders: the newest checkpoint is 31 min old']);
  });

  it('tells at once that checkpoints fail, and later that none ever got done', async () => {
    await begin();
    const watch = replica();
    const tell = (code: 'checkpoint-failing' | 'checkpoint-stale') =>
      plane.engine.setReasons(job().engineJobId, [{ code, message: code }]);
    tell('checkpoint-stale');
    await eventually(
      () => plane.deployment(),
      ({ observation }) => expect(observation.health.reasons).toHaveLength(1),
    );
    await watch.look();
    expect(sent).toEqual([]);
    tell('checkpoint-failing');
    await eventually(
      () => plane.deployment(),
      ({ observation }) =>
        expect(observation.health.reasons[0].code).toBe('checkpoint-failing'),
    );
    await watch.look();
    expect(titles()).toEqual(['orders: checkpoints do not get done']);
  });

  it('tells once of a verb that failed, again and again', async () => {
    await plane.write({
      definition: { sql: `INSERT ${FAKE_SYNTAX_ERROR}` },
    });
    plane.startWorker();
    const watch = replica();
    for (let i = 0; i < 3; i += 1) {
      await plane.end(await plane.ask('deploy'));
      await watch.look();
    }
    expect(titles()).toEqual(['Deploy of orders failed']);
    expect(sent[0].payload.link).toMatch(/tab=history&operation=/);
    const notices = await plane.stores.notices.ofJob(ORDERS, 10);
    expect(notices.map(({ state }) => state).sort()).toEqual([
      'dropped',
      'dropped',
      'sent',
    ]);
  });

  it('follows the rules of the job', async () => {
    await begin({
      notifications: {
        off: ['failed'],
        rules: [
          { name: 'long', all: [{ state: 'running' }, { duration: '2h' }] },
        ],
      },
    });
    const watch = replica();
    await watch.look();
    now += 121 * MINUTE;
    await watch.look();
    expect(titles()).toEqual([
      'orders: long (it is running and it has gone on for 2 h)',
    ]);
    await fail();
    await watch.look();
    expect(sent).toHaveLength(1);
  });

  describe('in quiet hours', () => {
    const around = (before: number, after: number) => ({
      from: new Date(now - before * MINUTE).toISOString().slice(11, 16),
      to: new Date(now + after * MINUTE).toISOString().slice(11, 16),
    });

    it('holds back, and sums up afterwards', async () => {
      config.quietHours = around(30, 30);
      await begin();
      const watch = replica();
      await fail();
      await watch.look();
      await plane.done('deploy');
      await until('running');
      now += MINUTE;
      await watch.look();
      now += 5 * MINUTE;
      await watch.look();
      expect(sent).toEqual([]);
      now += 30 * MINUTE;
      await watch.look();
      await replica().look();
      expect(titles()).toEqual([
        'While it was quiet: 2 notifications about one job',
      ]);
      expect(sent[0].payload.description).toMatch(
        /orders failed\n.*orders recovered/,
      );
      expect(sent[0].payload.severity).toBe('critical');
    });

    it('lets one thing through as it is', async () => {
      config.quietHours = around(30, 30);
      await begin();
      await fail();
      const watch = replica();
      await watch.look();
      now += 31 * MINUTE;
      await watch.look();
      expect(titles()).toEqual(['orders failed']);
    });

    it('tells at once of a failure in production when configured', async () => {
      config.quietHours = {
        ...around(30, 30),
        except: ['failed'],
        exceptIn: ['production'],
      };
      await begin();
      await fail();
      await replica().look();
      expect(titles()).toEqual(['orders failed']);
    });

    it('keeps still in other environments', async () => {
      config.quietHours = {
        ...around(30, 30),
        except: ['failed'],
        exceptIn: ['production'],
      };
      await begin({ ...SPEC, lifecycle: 'experimental' });
      await fail();
      await replica().look();
      expect(sent).toEqual([]);
    });
  });

  it('tries again later, and gives up where nothing is installed', async () => {
    await begin();
    await fail();
    const watch = replica();
    refusal = 'Failed to send notifications: fetch failed';
    await watch.look();
    expect(sent).toEqual([]);
    refusal = undefined;
    now += MINUTE;
    await watch.look();
    expect(titles()).toEqual(['orders failed']);

    refusal =
      'Failed to send notifications: Error: Request failed with status 404';
    await plane.done('deploy');
    await until('running');
    now += MINUTE;
    await watch.look();
    now += 5 * MINUTE;
    await watch.look();
    const [newest] = await plane.stores.notices.ofJob(ORDERS, 1);
    expect(newest).toMatchObject({ event: 'recovered', state: 'dropped' });
    expect(newest.problem).toContain('not installed');
  });
});
