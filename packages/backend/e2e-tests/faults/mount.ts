import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Mounts a small disk; undefined where that is not allowed. */
export function mountSmallDisk(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    'size=96m',
    'tmpfs',
    folder,
  ]);
  return status === 0 ? folder : undefined;
}

/** Takes it away again. */
export function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}
