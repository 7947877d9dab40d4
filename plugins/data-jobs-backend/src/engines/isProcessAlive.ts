import { execFile } from 'child_process';
import { readFile } from 'fs/promises';
import { promisify } from 'util';

const run = promisify(execFile);

/**
 * Is this very process alive? The start time (`/proc`'s ticks on Linux, `ps`'s
 * `lstart` elsewhere) tells it from a later one with the same pid; without it,
 * any process with the pid counts. A zombie is dead.
 */
export async function isProcessAlive(
  pid: number,
  startTime: string | undefined,
): Promise<boolean> {
  const found = await startTimeOf(pid).catch(() => undefined);
  return found !== undefined && (!startTime || found === startTime);
}

async function startTimeOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /[ZX]/.test(fields[0]) ? undefined : fields[19];
  }
  const { stdout } = await run(
    'ps',
    ['-ww', '-o', 'state=,lstart=', '-p', String(pid)],
    { env: { ...process.env, LC_ALL: 'C' } },
  );
  const [state, ...time] = stdout.trim().split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : time.join(' ');
}
