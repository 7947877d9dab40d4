import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRANSFORM } from '../bootstrap/loadTypeScript.mjs';
import { ROOT } from '../bootstrap/paths.mjs';

const SERVICES = ['flink', 'sql-gateway', 'flink-history', 'seatunnel', 'kafka', 'postgres'];

/** Starts one set of real engines for all tests, hands its folder on, and stops it. */
export async function withEngines(task) {
  const dir = join(ROOT, '.datalark/test-engines');
  mkdirSync(dir, { recursive: true });
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  const log = createWriteStream(join(ROOT, 'artifacts/engines.log'));
  const child = spawn(
    process.execPath,
    ['--require', join(ROOT, 'scripts/bootstrap/exitWithParent.cjs'), '--require', TRANSFORM, join(ROOT, 'packages/local-engines/src/cli.ts'), 'up', '--dir', dir, '--services', SERVICES.join(',')],
    // The poorest locale: what is not ASCII must come through there too.
    { cwd: ROOT, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  );
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  try {
    await settled(dir, child);
    return await task({ DATALARK_ENGINES_DIR: dir });
  } finally {
    await new Promise(resolve => {
      if (child.exitCode !== null) resolve();
      else {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }
    });
  }
}

async function settled(dir, child) {
  const deadline = Date.now() + 10 * 60_000;
  for (;;) {
    const services = status(dir, child.pid);
    const states = SERVICES.map(name => services[name]?.state ?? 'waiting');
    if (states.every(state => !['waiting', 'downloading', 'starting'].includes(state))) {
      process.stdout.write(`  engines: ${SERVICES.map((name, i) => `${name} ${states[i]}`).join(', ')}\n`);
      for (const name of SERVICES) {
        const { state, message, remedy } = services[name];
        if (state !== 'running') process.stdout.write(`  ${name}: ${message ?? state} ${remedy ?? ''}\n`);
      }
      return;
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      process.stdout.write(`  engines did not come up (${states.join(', ')}); see artifacts/engines.log\n`);
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

/** What this supervisor wrote; an older file says nothing. */
function status(dir, supervisorPid) {
  try {
    const written = JSON.parse(readFileSync(join(dir, 'status.json'), 'utf8'));
    return written.supervisorPid === supervisorPid ? written.services : {};
  } catch {
    return {};
  }
}
