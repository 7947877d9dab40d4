import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Lab } from './Lab';
import { ZETA_JOB } from './specs';

/** A SeaTunnel server dies with a job on it: `zeta` has persistent maps, `zeta-forgets` has none. */
export function zetaFaults(open: () => Lab): void {
  it('Zeta killed, with persistent maps', async () => {
    const lab = open();
    const id = await lab.running('rows', ZETA_JOB);
    await lab.fault(
      'Zeta killed mid-job, with persistent maps',
      ['rows'],
      async () => {
        await lab.engines.zeta.kill('seatunnel');
        await lab.says('rows', claim => claim.state === 'unknown');
        await lab.engines.zeta.restart('seatunnel');
        assert.equal(await lab.runs('rows'), id);
        assert.equal(lab.proxies.zeta.count(/submit-job/), 1);
        return 'unknown meanwhile; Zeta restored the job itself; submitted once';
      },
    );
    await lab.succeeded(await lab.ask('rows', 'stop'));
  });

  it('Zeta killed, without', async () => {
    const lab = open();
    const id = await lab.running('lost-rows', {
      ...ZETA_JOB,
      engine: 'zeta-forgets',
    });
    await lab.fault(
      'Zeta killed mid-job, without persistent maps',
      ['lost-rows'],
      async () => {
        const engine = lab.engines['zeta-forgets'];
        await engine.kill('seatunnel');
        await lab.says('lost-rows', claim => claim.state === 'unknown');
        await engine.restart('seatunnel');
        const claim = await lab.says(
          'lost-rows',
          ({ state }) => state === 'absent',
        );
        assert.deepEqual([claim.engineJobId, claim.health], [id, 'degraded']);
        assert.equal(lab.proxies['zeta-forgets'].count(/submit-job/), 1);
        return 'unknown, then absent and degraded; not started again';
      },
    );
  });
}
