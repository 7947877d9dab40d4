import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Lab } from './Lab';
import { FLINK_JOB } from './specs';

/** A JobManager with high availability dies: Flink brings the job back itself. */
export function availabilityFaults(open: () => Lab): void {
  it('JobManager killed, with high availability', async () => {
    const lab = open();
    const id = await lab.running('kept', FLINK_JOB);
    await lab.running('ended', FLINK_JOB);
    await lab.succeeded(await lab.ask('ended', 'suspend'));
    await lab.fault(
      'JobManager killed and restarted, high availability by ZooKeeper',
      ['kept', 'ended'],
      async () => {
        await lab.engines.flink.kill('jobmanager');
        await lab.says('kept', claim => claim.state === 'unknown');
        await lab.engines.flink.restart('jobmanager');
        assert.equal(await lab.runs('kept'), id);
        assert.equal(lab.incarnations('kept').length, 1);
        return 'unknown meanwhile; Flink restored the job under its id; submitted once';
      },
    );
  });
}
