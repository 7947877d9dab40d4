import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { needDisk } from './disk.mjs';
import { engineEnvironment } from './engineEnvironment.mjs';
import { fail } from './fail.mjs';
import { needPort } from './freePort.mjs';
import { TRANSFORM, loadTypeScript } from './loadTypeScript.mjs';
import { openLineageToken } from './openLineageToken.mjs';
import { ROOT, homeOf } from './paths.mjs';
import { diskFullIn, systemFailure } from './systemFailure.mjs';

const EXIT_WITH_PARENT = join(ROOT, 'scripts/bootstrap/exitWithParent.cjs');
const DEFAULT_SERVICES = ['flink', 'sql-gateway', 'flink-history', 'seatunnel', 'kafka', 'postgres'];

/** Starts engines and portal, and ends both together. Resolves never; exits the process. */
export async function runPortal(options, beforeBackend) {
  try {
    await run(options, beforeBackend);
  } catch (error) {
    const known = systemFailure(error);
    if (!known) throw error;
    fail(...known);
  }
}

async function run(options, beforeBackend) {
  const home = homeOf(options);
  const port = String(options.port ?? 7007);
  await needPort(Number(port), '--port');
  needDisk(join(home, 'data'), 300, 'the portal');
  mkdirSync(join(home, 'logs'), { recursive: true });
  const configs = configurations(options);

  const children = new Set();
  let ending = false;
  const end = async code => {
    if (ending) return;
    ending = true;
    process.stdout.write('\nStopping…\n');
    await Promise.all([...children].map(stop));
    process.exit(code);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => end(0));

  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATALARK_PORT: port,
    DATALARK_DATA_DIR: join(home, 'data'),
    DATALARK_ENGINES_DIR: join(home, 'engines'),
    DATALARK_OPENLINEAGE_TOKEN: openLineageToken(home),
  };
  if (options.engines) {
    const services = options.services?.split(',') ?? DEFAULT_SERVICES;
    const engines = loadTypeScript('@datalark/local-engines');
    Object.assign(env, await engineEnvironment(engines, join(home, 'engines'), services));
    children.add(startEngines({ home, services, flink: options.flink, env }));
  }
  await beforeBackend();
  if (ending) return;
  const { backend, lastLines } = startBackend({ home, env, configs, watch: options.watch });
  children.add(backend);
  backend.on('exit', code => {
    if (ending) return;
    const log = join(home, 'logs/portal.log');
    const lines = lastLines();
    const full = diskFullIn(lines, home);
    process.stderr.write(
      full
        ? `\n✖ The portal ended (code ${code}): ${full[0]}\n  ${full[1]}\n`
        : `${lines}\n✖ The portal ended (code ${code}).\n  The lines above say why; the whole log is ${log}\n`,
    );
    end(code || 1);
  });
  // With `watch` every question is a line of the log on the screen.
  await ready(port, options.watch ? 2_000 : 300, () => ending);
  if (ending) return;
  const page = options.watch ? 3000 : port;
  process.stdout.write(
    `\n  Datalark is ready:  http://localhost:${page}\n` +
      `  Log: ${join(home, 'logs')}    Stop: Ctrl-C\n` +
      (options.engines
        ? '  The engines start beside it; the Engines page shows how far they are.\n\n'
        : '  No local engines: those of dataJobs.engines in the configuration are used.\n\n'),
  );
}

function startEngines({ home, services, flink, env }) {
  const args = ['--require', EXIT_WITH_PARENT, '--require', TRANSFORM, join(ROOT, 'packages/local-engines/src/cli.ts'), 'up', '--dir', join(home, 'engines'), '--services', services.join(',')];
  args.push('--openlineage', `http://127.0.0.1:${env.DATALARK_PORT}/api/data-lineage/v1/lineage`);
  if (flink) args.push('--flink', flink);
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATALARK_SEED_DIR: join(ROOT, 'examples/seed'),
      DATALARK_OPENLINEAGE_TOKEN: env.DATALARK_OPENLINEAGE_TOKEN,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  child.on('exit', code => {
    if (code) process.stderr.write('  The local engines ended; the portal goes on without them. See the Engines page.\n');
  });
  return child;
}

function configurations(options) {
  const files = ['app-config.yaml', 'app-config.openlineage.yaml', ...(options.watch ? ['app-config.dev.yaml'] : [])]
    .map(file => join(ROOT, file))
    .concat(options.config.map(file => resolve(process.env.INIT_CWD ?? process.cwd(), file)));
  for (const file of files) {
    if (!existsSync(file)) fail(`The configuration ${file} is not there.`, 'Check the path after --config.');
  }
  return files;
}

function startBackend({ home, env, configs, watch }) {
  const log = createWriteStream(join(home, 'logs/portal.log'));
  const args = watch
    ? [join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli'), 'repo', 'start']
    : ['--require', EXIT_WITH_PARENT, '--require', TRANSFORM, 'src/index.ts'];
  const child = spawn(
    process.execPath,
    [...args, ...configs.flatMap(file => ['--config', file])],
    {
      cwd: watch ? ROOT : join(ROOT, 'packages/backend'),
      env,
      stdio: watch ? 'inherit' : ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    },
  );
  // The end is kept here too: on a full disk the log has it no more.
  let end = '';
  for (const output of [child.stdout, child.stderr]) {
    output?.on('data', data => {
      end = (end + data).slice(-8000);
      if (!log.errored) log.write(data);
    });
  }
  log.on('error', error => {
    end += `\n${error.message}\n`;
  });
  return { backend: child, lastLines: () => end.trim().split('\n').slice(-12).join('\n') };
}

async function ready(port, intervalMs, gaveUp) {
  while (!gaveUp()) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`);
      if (answer.ok) return;
    } catch {
      // not listening yet
    }
    await new Promise(done => setTimeout(done, intervalMs));
  }
}

function stop(child) {
  return new Promise(done => {
    if (child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    const force = setTimeout(() => signal(child, 'SIGKILL'), 20_000);
    child.once('exit', async () => {
      // The helpers of a child may end after it.
      while (signal(child, 0)) await new Promise(later => setTimeout(later, 100));
      clearTimeout(force);
      done();
    });
    signal(child, 'SIGTERM');
  });
}

function signal(child, name) {
  try {
    // Detached children lead their own group: helpers of a child end with it.
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}
