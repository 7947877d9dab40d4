import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineSnapshot } from './engineSnapshot';

/**
 * The folder behind Flink's `execution.checkpointing.dir` when it is on this
 * machine: `file:///x` or `/x`. Undefined for `s3://…` and the like.
 */
export function localDirectory(
  directory: string | undefined,
): string | undefined {
  if (!directory) return undefined;
  if (directory.startsWith('/')) return directory;
  if (!directory.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(directory);
  } catch {
    return undefined;
  }
}

/**
 * Checkpoints that stand complete on disk: `<dir>/<job id>/chk-N/_metadata`,
 * for jobs that a restarted JobManager has forgotten.
 */
export async function checkpointsOnDisk(
  directory: string,
  engineJobId: string,
): Promise<EngineSnapshot[]> {
  const home = join(directory, engineJobId);
  const names = await readdir(home).catch(() => []);
  const found = await Promise.all(
    names
      .filter(name => /^chk-\d+$/.test(name))
      .map(async name => {
        const path = join(home, name);
        // Flink writes _metadata last: without it the checkpoint is not whole.
        const written = await stat(join(path, '_metadata')).catch(
          () => undefined,
        );
        if (!written?.isFile()) return [];
        return [
          {
            id: `${engineJobId}-${name.slice('chk-'.length)}`,
            kind: 'checkpoint' as const,
            location: `file:${path}`,
            createdAt: written.mtime.toISOString(),
            engineJobId,
          },
        ];
      }),
  );
  return found.flat();
}
