import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Lab } from './Lab';
import { FLINK_JOB } from './specs';

/** The portal dies in the middle of a verb, and another one goes on. */
export function portalFaults(open: () => Lab): void {
  it('portal killed while it submits', async () => {
    const lab = open();
    await lab.fault(
      'Portal killed -9: deploy, Submit the job, told',
      ['killed'],
      async () => {
        const { portal } = lab;
        portal.prepareNext();
        await portal.dieAt({
          verb: 'deploy',
          step: 'Submit the job',
          moment: 'told',
        });
        const { operation } = await portal.api('data-jobs/jobs', {
          method: 'POST',
          body: JSON.stringify({
            name: 'killed',
            spec: FLINK_JOB,
            deploy: true,
          }),
        });
        await portal.dies();
        await portal.up();
        await lab.succeeded(operation.id);
        await lab.runs('killed');
        assert.equal(lab.incarnations('killed').length, 1);
        return 'submitted once';
      },
    );
  });
}
