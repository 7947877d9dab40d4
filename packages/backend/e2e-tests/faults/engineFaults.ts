import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import type { Lab } from './Lab';
import { until } from './pause';
import { FLINK_JOB } from './specs';

/** What happens to engines, and to jobs on them, behind the portal's back. */
export function engineFaults(open: () => Lab): void {
  let lab: Lab;
  let orders: string;
  before(async () => {
    lab = open();
    [orders] = await Promise.all([
      lab.running('orders', FLINK_JOB),
      lab.running('rested', FLINK_JOB),
    ]);
    await lab.succeeded(await lab.ask('rested', 'stop'));
  });

  it('TaskManager killed', () =>
    lab.fault('TaskManager killed, 6 s without', ['orders'], async () => {
      await lab.engines.kill('taskmanager');
      await lab.says('orders', claim => claim.health === 'degraded');
      await lab.engines.restart('taskmanager');
      assert.equal(await lab.runs('orders'), orders);
      assert.equal(lab.incarnations('orders').length, 1);
      return 'Flink restored the job; submitted once';
    }));

  it('job cancelled behind the back', () =>
    lab.fault('Job cancelled with Flink itself', ['orders'], async () => {
      const { flinkRestUrl } = lab.engines.endpoints;
      await fetch(`${flinkRestUrl}/jobs/${orders}?mode=cancel`, {
        method: 'PATCH',
      });
      await until(
        'the end of the job',
        () => lab.truth.last('flink')?.jobs.get(orders),
        job => job?.end === 'canceled',
      );
      await lab.says('orders', claim => claim.state === 'canceled');
      assert.equal(lab.incarnations('orders').length, 1);
      return 'shown as canceled and degraded; not started again';
    }));
}
