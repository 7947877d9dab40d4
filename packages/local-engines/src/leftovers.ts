import { join } from 'node:path';
import { readJson, writeJsonAtomic } from './atomicFile';
import {
  inspectProcess,
  isStillAlive,
  type RememberedProcess,
} from './processInfo';
import type { ProcessName } from './serviceNames';

/** A process this set has started, with a piece of its command line that no foreign process has. */
export interface RecordedProcess extends RememberedProcess {
  name: ProcessName;
  /** Must occur in the command line before anything is killed. */
  marker: string;
}

const fileOf = (dir: string) => join(dir, 'processes.json');

/** Remembers which processes run, so that the next start can end what a crash left behind. */
export function recordProcesses(
  dir: string,
  processes: RecordedProcess[],
): void {
  writeJsonAtomic(fileOf(dir), processes);
}

/**
 * Ends processes that an earlier supervisor of this folder has left behind, and only those: pid, start time and
 * command line must all agree. Returns the names of what it ended.
 */
export async function sweepLeftovers(dir: string): Promise<ProcessName[]> {
  const recorded = readJson<RecordedProcess[]>(fileOf(dir)) ?? [];
  const ours = recorded.filter(
    entry =>
      isStillAlive(entry) &&
      inspectProcess(entry.pid)?.commandLine.includes(entry.marker),
  );
  for (const entry of ours) {
    try {
      process.kill(entry.pid, 'SIGKILL');
    } catch {
      // it ended by itself just now
    }
  }
  const deadline = Date.now() + 10_000;
  while (ours.some(isStillAlive) && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  recordProcesses(dir, []);
  return ours.map(entry => entry.name);
}
