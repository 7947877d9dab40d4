import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ROOT } from '../../bootstrap/paths.mjs';
import { TRANSFORM } from '../../bootstrap/loadTypeScript.mjs';

const PROBE = fileURLToPath(new URL('./memoryProbe.cjs', import.meta.url));
const BACKEND = fileURLToPath(new URL('./backend.cjs', import.meta.url));
const EXIT_WITH_PARENT = fileURLToPath(new URL('../../bootstrap/exitWithParent.cjs', import.meta.url));

/** Starts a portal on given engines and a database; without the plugins that have nothing to do with jobs. */
export async function startBenchPortal({ home, port, engines, database }) {
  mkdirSync(home, { recursive: true });
  const config = join(home, 'app-config.json');
  const baseUrl = `http://localhost:${port}`;
  writeFileSync(
    config,
    JSON.stringify({
      app: { title: 'Bench', baseUrl, packages: 'all' },
      organization: { name: 'Bench' },
      backend: { baseUrl, listen: { host: '127.0.0.1', port }, csp: { 'connect-src': ["'self'", 'http:'], 'upgrade-insecure-requests': false }, database },
      auth: { providers: { guest: { userEntityRef: 'user:default/guest' } } },
      permission: { enabled: true },
      catalog: { rules: [{ allow: ['DataJob', 'User', 'Group', 'Location'] }], locations: [], processingInterval: { minutes: 10 } },
      dataJobs: { jarStore: { directory: join(home, 'jars') }, engines },
    }),
  );
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--require', EXIT_WITH_PARENT, '--require', TRANSFORM, '--require', PROBE, BACKEND, '--config', config],
    { cwd: join(ROOT, 'packages/backend'), env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output = (output + data).slice(-20_000)));
  const portal = {
    baseUrl,
    token: undefined,
    async api(path, init = {}) {
      const answer = await fetch(`${baseUrl}/api/${path}`, { ...init, headers: { 'content-type': 'application/json', authorization: `Bearer ${portal.token}` } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async memory() {
      // The framework sends messages of its own.
      const answer = new Promise(resolve => {
        const listen = message => {
          if (!message?.heapUsed) return;
          child.off('message', listen);
          resolve(message);
        };
        child.on('message', listen);
      });
      child.send('memory');
      return answer;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(killer);
    },
  };
  const deadline = Date.now() + 300_000;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline || output.includes('Unhandled rejection')) {
      await portal.stop();
      throw new Error(`The portal did not start:\n${output}`);
    }
    try {
      const login = await fetch(`${baseUrl}/api/auth/guest/refresh`, { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } });
      portal.token = (await login.json()).backstageIdentity.token;
      await portal.api('data-jobs/jobs?limit=1');
      return portal;
    } catch {
      await pause(500);
    }
  }
}

/** The value below which `share` of the numbers are. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
