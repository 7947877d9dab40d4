import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@datalark/local-engines';
import { cancelByHand } from './cancelByHand';
import type { Disturbance } from './EngineProxy';
import { signalEngine } from './engines';
import type { Lab } from './Lab';
import { FLINK_JOB } from './specs';
import { submitByHand } from './submitByHand';

/** So many disturbances of the way are part of every run. */
const SHORT = 3;

/** What happens to Flink, to the way there, and to jobs on it behind the portal's back. */
export function engineFaults(open: () => Lab, all: boolean): void {
  let lab: Lab;
  let orders: string;
  before(async () => {
    lab = open();
    const [, id] = await Promise.all([
      lab.running('rested', FLINK_JOB),
      lab.running('orders', FLINK_JOB),
    ]);
    orders = id;
    await lab.succeeded(await lab.ask('rested', 'stop'));
  });

  const once = () =>
    assert.deepEqual(
      lab.incarnations('orders').map(job => job.id),
      [orders],
    );

  it('TaskManager killed', () =>
    lab.fault('TaskManager killed, started again', ['orders'], async () => {
      await lab.engines.flink.kill('taskmanager');
      await lab.says('orders', claim => claim.health === 'degraded');
      await lab.engines.flink.restart('taskmanager');
      assert.equal(await lab.runs('orders'), orders);
      once();
      return 'degraded meanwhile; Flink restored the job; submitted once';
    }));

  it('Gateway killed in the middle of a submission', () =>
    lab.fault(
      'SQL Gateway killed in the middle of a submission',
      ['gated'],
      async () => {
        const id = await lab.register('gated', FLINK_JOB);
        await until(
          'the submission',
          () => lab.operation(id),
          ({ steps }) =>
            steps.some((step: any) => step.name === 'Submit the job'),
        );
        await lab.engines.flink.kill('sql-gateway');
        await pause(3_000);
        await lab.engines.flink.restart('sql-gateway');
        await lab.succeeded(id);
        await lab.runs('gated');
        assert.equal(lab.incarnations('gated').length, 1);
        await lab.succeeded(await lab.ask('gated', 'stop'));
        return 'the deploy waited and succeeded; submitted once';
      },
    ));

  it('JobManager frozen', () =>
    lab.fault(
      'JobManager frozen (SIGSTOP) for a minute',
      ['orders'],
      async () => {
        const { flink } = lab.engines;
        const freeze = (signal: 'SIGSTOP' | 'SIGCONT') =>
          signalEngine(flink, 'flink', 'jobmanager', signal);
        const thawAt = Date.now() + 60_000;
        freeze('SIGSTOP');
        try {
          const claim = await lab.says(
            'orders',
            ({ state }) => state === 'unknown',
          );
          assert.equal(claim.lastKnown, 'running');
          assert.ok(Date.parse(claim.since) <= Date.now());
          await pause(thawAt - Date.now());
        } finally {
          freeze('SIGCONT');
        }
        assert.equal(await lab.runs('orders'), orders);
        once();
        return 'unknown meanwhile, since when is said';
      },
    ));

  const disturbances: Array<[string, Disturbance, string]> = [
    ['is JSON that says nothing', 'empty-json', 'unknown'],
    ['takes 1.5 s', { delayMs: 1_500 }, 'running'],
    ['is cut off', 'cut-off', 'unknown'],
    ['is garbage (HTML with status 200)', 'garbage', 'unknown'],
    [
      'is that of a version with other words',
      {
        rewrite: (path, body) =>
          path === '/jobs/overview'
            ? {
                jobs: body.jobs.map(({ jid, ...job }: any) => ({
                  ...job,
                  id: jid,
                })),
              }
            : { ...body, 'flink-version': '9.0.0' },
      },
      'unknown',
    ],
  ];
  const chosen = all ? disturbances : disturbances.slice(0, SHORT);
  chosen.forEach(([what, disturbance, state]) => {
    it(`an answer that ${what}`, () =>
      lab.fault(`Every answer of Flink ${what}, 8 s`, ['orders'], async () => {
        // Slow answers tell the truth all the same.
        const hides = state === 'unknown';
        if (hides) lab.hidden.add('flink');
        lab.proxies.flink.disturb(disturbance);
        await pause(4_000);
        await lab.says('orders', claim => claim.state === state);
        await pause(4_000);
        lab.proxies.flink.disturb();
        lab.hidden.delete('flink');
        assert.equal(await lab.runs('orders'), orders);
        once();
        return `${state} meanwhile`;
      }));
  });

  it('JobManager killed', () =>
    lab.fault(
      'JobManager killed and restarted, no high availability',
      ['orders'],
      async () => {
        await lab.engines.flink.kill('jobmanager');
        await lab.says('orders', claim => claim.state === 'unknown');
        await lab.engines.flink.restart('jobmanager');
        await lab.says('orders', claim => claim.state === 'absent');
        once();
        return 'unknown, then absent and degraded; Flink forgot the job, and nobody but a person starts it';
      },
    ));

  it('the forgotten job is resumed by a person', async () => {
    const id = await lab.ask('orders', 'resume');
    const { steps } = await lab.succeeded(id);
    assert.match(JSON.stringify(steps), /Starting from .*chk-\d+/);
    orders = await lab.runs('orders');
    assert.equal(lab.incarnations('orders').length, 2);
  });

  it('job cancelled behind the back', () =>
    lab.fault('Job cancelled with Flink itself', ['orders'], async () => {
      await cancelByHand(lab.engines.flink, orders);
      const { health } = await lab.says(
        'orders',
        claim => claim.state === 'canceled',
      );
      assert.equal(health, 'degraded');
      return 'canceled and degraded; not started again';
    }));

  it('job re-submitted from outside', () =>
    lab.fault(
      'Job re-submitted from outside under another id',
      ['orders'],
      async () => {
        const stranger = await submitByHand(
          lab.engines.flink.endpoints.sqlGatewayUrl!,
          'orders',
          FLINK_JOB.definition.sql,
        );
        await until(
          'the job that nobody declared',
          () => lab.portal.api('data-jobs/unmanaged-jobs'),
          ({ items }) => items.some((job: any) => job.engineJobId === stranger),
        );
        const claim = await lab.says('orders', () => true);
        assert.deepEqual(
          [claim.state, claim.engineJobId],
          ['canceled', orders],
        );
        await cancelByHand(lab.engines.flink, stranger);
        return 'the declared run stays canceled; the other is shown as unmanaged';
      },
    ));
}
