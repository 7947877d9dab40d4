import { readFileSync, readdirSync } from 'node:fs';

/** Living processes whose command line or environment names `needle`. */
export function processesOf(needle: string): string[] {
  const found: string[] = [];
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue;
    try {
      const state = /^State:\s+(\S)/m.exec(
        readFileSync(`/proc/${pid}/status`, 'utf8'),
      )?.[1];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(
        /\0/g,
        ' ',
      );
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      if (
        state !== 'Z' &&
        (command.includes(needle) || environment.includes(needle))
      ) {
        found.push(`${pid} ${command.slice(0, 120)}`);
      }
    } catch {
      // ended meanwhile
    }
  }
  return found;
}
