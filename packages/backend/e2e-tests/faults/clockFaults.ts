import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cancelByHand } from './cancelByHand';
import type { Lab } from './Lab';
import { FLINK_JOB } from './specs';

const HOUR = 3_600_000;

/** The clock of the portal's machine is moved; that of the engine is not. */
export function clockFaults(open: () => Lab): void {
  it('clock set forward', async () => {
    const lab = open();
    await lab.running('timed', FLINK_JOB);
    await lab.fault('Clock set 1 h forward', ['timed'], async over => {
      await lab.portal.moveClock(HOUR);
      over();
      await lab.succeeded(await lab.ask('timed', 'restart'));
      await lab.runs('timed');
      assert.equal(lab.incarnations('timed').length, 2);
      return 'a restart meanwhile: one run more';
    });
  });

  it('clock set back', async () => {
    const lab = open();
    await lab.fault(
      'Clock set 1 h back, job cancelled with Flink itself',
      ['timed'],
      async () => {
        await lab.portal.moveClock(0);
        const [run] = lab.incarnations('timed').slice(-1);
        await cancelByHand(lab.engines.flink, run.id);
        await lab.says('timed', claim => claim.state === 'canceled');
        return 'seen although the last look lies in the future';
      },
    );
  });

  it('clock set back while the portal is away', async () => {
    const lab = open();
    const { portal } = lab;
    portal.prepareNext();
    await portal.moveClock(HOUR);
    await lab.succeeded(
      await lab.ask('timed', 'deploy', { params: { clean: true } }),
    );
    await lab.runs('timed');
    await lab.fault(
      'Clock set 1 h back while the portal is down',
      ['timed'],
      async over => {
        await portal.kill();
        over();
        await portal.up();
        await lab.says('timed', claim => claim.state === 'running');
        await lab.succeeded(await lab.ask('timed', 'stop'));
        await lab.says('timed', claim => claim.state === 'canceled');
        return 'leases of the future are taken over';
      },
    );
  });
}
