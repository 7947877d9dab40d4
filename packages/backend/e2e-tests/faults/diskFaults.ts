import assert from 'node:assert/strict';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { cancelByHand } from './cancelByHand';
import type { Lab } from './Lab';
import { FLINK_JOB } from './specs';

/** The disk under the database is full. `disk` is a small one of its own; undefined where none can be made. */
export function diskFaults(
  open: () => Lab,
  disk: () => string | undefined,
): void {
  it('disk full under the database', async context => {
    const folder = disk();
    if (!folder) {
      context.skip('No small disk could be mounted: this needs root.');
      return;
    }
    const lab = open();
    const id = await lab.running('filled', FLINK_JOB);
    await lab.fault(
      'Disk full under the database, job cancelled with Flink itself',
      ['filled'],
      async () => {
        const ballast = join(folder, 'ballast');
        fill(ballast);
        await cancelByHand(lab.engines.flink, id);
        await lab.says('filled', claim => claim.state === 'unknown');
        await assert.rejects(
          lab.ask('filled', 'deploy'),
          'A verb that cannot be written down is not accepted.',
        );
        await pause(3_000);
        rmSync(ballast);
        await lab.says('filled', claim => claim.state === 'canceled');
        assert.equal(lab.incarnations('filled').length, 1);
        return 'unknown meanwhile; a verb was refused, not lost';
      },
    );
  });
}

function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 1024 * 1024; size >= 512; size /= 2) {
      const block = Buffer.alloc(size, 1);
      try {
        for (;;) if (writeSync(handle, block) < size) break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(handle);
  }
}
