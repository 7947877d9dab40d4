import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

const PORT = 7187;

/**
 * Time of `npm start` until the page answers and until the first job of the
 * examples is RUNNING. `warm`: everything downloaded, no data. `again`: with the
 * data of before (the baseline). `--cold`: also from a fresh clone with empty
 * caches of Datalark, yarn and Maven; its time is that of the downloads.
 */
export async function bench(args) {
  const rows = [];
  const home = mkdtempSync(join(tmpdir(), 'datalark-bench-'));
  try {
    rows.push(['warm', await startOnce(ROOT, home, {})]);
    rows.push(['again', await startOnce(ROOT, home, {})]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  if (args.includes('--cold')) {
    const place = mkdtempSync(join(tmpdir(), 'datalark-cold-'));
    try {
      const clone = join(place, 'clone');
      spawnSync('git', ['clone', '--quiet', ROOT, clone], { stdio: 'inherit' });
      rows.push([
        'cold',
        await startOnce(clone, join(place, 'home'), {
          XDG_CACHE_HOME: join(place, 'cache'),
          YARN_CACHE_FOLDER: join(place, 'yarn'),
          YARN_ENABLE_GLOBAL_CACHE: 'false',
          MAVEN_ARGS: `-Dmaven.repo.local=${join(place, 'm2')}`,
        }),
      ]);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
  const base = rows.find(([name]) => name === 'again')[1].running;
  process.stdout.write('\n  start     page s   first job RUNNING s   ratio to "again"\n');
  for (const [name, { page, running }] of rows) {
    process.stdout.write(
      `  ${name.padEnd(8)} ${page.toFixed(1).padStart(7)} ${running.toFixed(1).padStart(21)} ${(running / base).toFixed(2).padStart(18)}\n`,
    );
  }
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  writeFileSync(join(ROOT, 'artifacts/bench-start.json'), JSON.stringify(Object.fromEntries(rows), null, 2));
}

async function startOnce(checkout, home, env) {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const child = spawn('npm', ['start', '--silent', '--', '--port', String(PORT), '--home', home], {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let output = '';
  child.stdout.on('data', data => (output += data));
  try {
    const ended = new Promise((_, reject) =>
      child.once('exit', code => reject(new Error(`npm start ended with ${code}:\n${output}`))),
    );
    await Promise.race([ended, poll(async () => output.includes('Datalark is ready'))]);
    const page = seconds();
    await Promise.race([ended, poll(() => someJobRuns(started))]);
    return { page, running: seconds() };
  } finally {
    child.removeAllListeners('exit');
    process.kill(-child.pid, 'SIGTERM');
    await new Promise(resolve => child.once('close', resolve));
  }
}

async function poll(ask) {
  const deadline = Date.now() + 20 * 60_000;
  while (Date.now() < deadline) {
    if (await ask().catch(() => false)) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error('Nothing ran after 20 minutes.');
}

/** Only an observation made after the start counts: what ran before the stop is history. */
async function someJobRuns(started) {
  const base = `http://127.0.0.1:${PORT}/api`;
  const login = await fetch(`${base}/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await login.json();
  const answer = await fetch(`${base}/data-jobs/jobs?observed=running`, {
    headers: { Authorization: `Bearer ${backstageIdentity.token}` },
  });
  const { items } = await answer.json();
  return items.some(job => Date.parse(job.deployment.observation.observedAt) > started);
}
