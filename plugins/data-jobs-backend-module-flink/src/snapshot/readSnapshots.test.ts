import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointsOnDisk, localDirectory } from './checkpointsOnDisk';
import { reportedSnapshots } from './reportedSnapshots';

const ID = 'a'.repeat(32);

describe('checkpoints on disk', () => {
  it('are those with their metadata, of this job', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'datalark-chk-'));
    for (const name of ['chk-7', 'chk-8', 'shared', 'chk-x']) {
      await mkdir(join(dir, ID, name), { recursive: true });
    }
    const metadata = join(dir, ID, 'chk-7', '_metadata');
    await writeFile(metadata, '');
    await utimes(metadata, 1, 1);
    expect(await checkpointsOnDisk(dir, ID)).toEqual([
      {
        id: `${ID}-7`,
        kind: 'checkpoint',
        location: `file:${dir}/${ID}/chk-7`,
        createdAt: '1970-01-01T00:00:01.000Z',
        engineJobId: ID,
      },
    ]);
    expect(await checkpointsOnDisk(dir, 'b'.repeat(32))).toEqual([]);
  });

  it('are only looked for on this machine', () => {
    expect(localDirectory('file:///var/chk')).toBe('/var/chk');
    expect(localDirectory('/var/chk')).toBe('/var/chk');
    expect(localDirectory('s3://bucket/chk')).toBeUndefined();
    expect(localDirectory(undefined)).toBeUndefined();
  });
});

describe('snapshots that Flink reports', () => {
  const entry = {
    status: 'COMPLETED',
    is_savepoint: false,
    trigger_timestamp: 1_000,
    state_size: 5,
    end_to_end_duration: 3,
  };

  it('are those that are complete, kept and have an address', () => {
    const snapshots = reportedSnapshots(ID, {
      latest: {
        savepoint: {
          ...entry,
          id: 1,
          is_savepoint: true,
          external_path: 'file:/s/1',
        },
      },
      history: [
        { ...entry, id: 5, status: 'IN_PROGRESS' },
        {
          ...entry,
          id: 4,
          external_path: '<checkpoint-not-externally-addressable>',
        },
        { ...entry, id: 3, external_path: 'file:/c/3' },
        { ...entry, id: 2, external_path: 'file:/c/2', discarded: true },
      ],
    });
    expect(snapshots).toMatchObject([
      { kind: 'savepoint', location: 'file:/s/1', sizeBytes: 5 },
      { kind: 'checkpoint', location: 'file:/c/3', durationMs: 3 },
    ]);
  });
});
