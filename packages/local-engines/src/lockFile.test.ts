import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock, lockHolder, tryLock } from './lockFile';
import { thisProcess } from './processInfo';
import { temporaryFolder } from './testing/temporaryFolder';

describe('tryLock', () => {
  const dir = temporaryFolder();

  it('lets one in, names it, and the next one after it has left', () => {
    const path = join(dir, 'one.lock');
    const release = tryLock(path)!;
    expect(lockHolder(path)).toEqual(thisProcess());
    expect(tryLock(path)).toBeUndefined();
    release();
    expect(existsSync(path)).toBe(false);
    expect(tryLock(path)).toBeDefined();
  });

  it('takes over from a process that has ended', () => {
    const path = join(dir, 'dead.lock');
    const { pid } = spawnSync('/bin/true');
    writeFileSync(path, JSON.stringify({ pid, startTime: '1' }));
    expect(lockHolder(path)).toBeUndefined();
    expect(tryLock(path)).toBeDefined();
    expect(lockHolder(path)?.pid).toBe(process.pid);
  });

  it('takes over from a reused pid: the start time differs', () => {
    const path = join(dir, 'reused.lock');
    writeFileSync(path, JSON.stringify({ pid: process.pid, startTime: '1' }));
    expect(tryLock(path)).toBeDefined();
  });

  it('makes the others wait, and lets them give up', async () => {
    const path = join(dir, 'wait.lock');
    const release = await lock(path);
    const order: string[] = [];
    const second = lock(path).then(() => order.push('second'));
    await expect(lock(path, AbortSignal.timeout(150))).rejects.toThrow();
    order.push('first leaves');
    release();
    await second;
    expect(order).toEqual(['first leaves', 'second']);
  });
});
