import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, loadavg } from 'node:os';
import { join } from 'node:path';

const say = text => process.stdout.write(`  ${text}\n`);

/** Runs a part in a folder of its own, prints its rows, and gives them. */
export async function withFigures(part, act) {
  const home = mkdtempSync(join(tmpdir(), `datalark-bench-lineage-${part}-`));
  try {
    const rows = (await act({ home, say })).map(({ isMet, ...row }) => ({ ...row, verdict: isMet ? 'met' : 'MISSED' }));
    say('');
    for (const { what, figure, goal, verdict } of rows) say(`${what.padEnd(50)}   ${figure.padEnd(60)}   ${goal.padEnd(22)}   ${verdict}`);
    const load = loadavg()[0];
    // Figures are of this machine with whatever else it does.
    say(`(load average ${load.toFixed(1)})`);
    return { rows, load };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
