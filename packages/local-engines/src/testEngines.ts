import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, lstatSync, mkdirSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { attachEngines, isSupervisorAlive } from './attachEngines';
import type { Endpoints } from './endpoints';
import { EngineProblem } from './engineProblem';
import type { FlinkVersion } from './engineService';
import { shareLockOf, takeLease } from './leases';
import { lock } from './lockFile';
import { packageFolder } from './packageFolder';
import { removeEngines } from './removeEngines';
import { sendRequest } from './requests';
import type { ProcessName, ServiceName } from './serviceNames';
import { tailOf } from './startFailure';
import { readStatus } from './statusFile';

/**
 * Real engines for tests, shared with other test processes.
 *
 * @public
 */
export interface TestEngines {
  /** Folder of the set. */
  readonly dir: string;
  /** Where they answer; holds the database password. */
  readonly endpoints: Endpoints;
  /** SIGKILL; the process stays down until `restart`. Other tests may use the same engines. */
  kill(name: ServiceName | ProcessName): Promise<void>;
  /** Ends a service or one process and starts it again; resolves when it is ready. */
  restart(name: ServiceName | ProcessName): Promise<void>;
  /** Says that this process needs them no more; they end when nobody does. */
  stop(): Promise<void>;
}

const STARTED_WITHIN_MS = 30_000;

function sharedDir(temporaryDir: string, flinkVersion: FlinkVersion): string {
  const key = createHash('sha256')
    .update(`${packageFolder()} ${process.getuid?.()} ${flinkVersion}`)
    .digest('hex')
    .slice(0, 12);
  const parent = join(temporaryDir, `datalark-test-engines-${key}`);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  // the temporary folder is open to all: another user's folder or link is not to be used
  const found = lstatSync(parent);
  if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) {
    throw new EngineProblem(
      `${parent} belongs to another user, so engines for tests cannot be put there.`,
      'Remove it, or set TMPDIR to a folder of your own.',
    );
  }
  return join(parent, 'set');
}

async function spawnSupervisor(
  dir: string,
  services: readonly ServiceName[],
  flinkVersion: FlinkVersion,
): Promise<void> {
  const outFile = `${dir}.out`;
  const out = openSync(outFile, 'w');
  const { NODE_OPTIONS: _, ...env } = process.env;
  const supervisor = spawn(
    process.execPath,
    [
      join(packageFolder(), 'bin', 'datalark-engines.mjs'),
      'up',
      '--while-leased',
      '--dir',
      dir,
      '--services',
      services.join(','),
      '--flink',
      flinkVersion,
    ],
    { detached: true, stdio: ['ignore', out, out], env },
  );
  closeSync(out);
  supervisor.unref();
  const deadline = Date.now() + STARTED_WITHIN_MS;
  while (!isSupervisorAlive(dir)) {
    if (supervisor.exitCode !== null || Date.now() > deadline) {
      throw new EngineProblem(
        `The engines for tests did not start: ${
          tailOf(outFile).trim() || 'they said nothing'
        }`,
        `Look into ${outFile}.`,
      );
    }
    await sleep(50);
  }
}

async function use(
  dir: string,
  services: readonly ServiceName[],
  release: () => void,
): Promise<TestEngines> {
  await sendRequest(dir, { action: 'ensure', services: [...services] });
  const status = readStatus(dir);
  for (const name of services) {
    const service = status?.services[name];
    if (service?.state !== 'running') {
      throw new EngineProblem(
        `${name} does not run (${service?.state ?? 'unknown'}): ${
          service?.message ?? 'it said nothing'
        }`,
        service?.remedy,
      );
    }
  }
  const endpoints = await attachEngines(dir);
  if (!endpoints) {
    throw new EngineProblem(`The engines of ${dir} have just ended.`);
  }
  return {
    dir,
    endpoints,
    kill: name => sendRequest(dir, { action: 'kill', name }),
    restart: name => sendRequest(dir, { action: 'restart', name }),
    async stop() {
      release();
    },
  };
}

/**
 * Real engines for a test. Uses the set named by the environment variable DATALARK_ENGINES_DIR when it is alive, and
 * starts there what is missing; else one set below the temporary folder, which all test processes of this checkout
 * share and which ends some seconds after the last of them. Throws a problem when a service does not run.
 *
 * @public
 */
export async function testEngines(
  services: readonly ServiceName[],
  options: {
    /** Default 2.3.0; each version has a set of its own. */
    flinkVersion?: FlinkVersion;
    /** Where the shared set lives; default: the system's temporary folder. */
    temporaryDir?: string;
  } = {},
): Promise<TestEngines> {
  const named = process.env.DATALARK_ENGINES_DIR;
  if (named && isSupervisorAlive(named)) {
    return use(resolve(named), services, () => {});
  }
  const flinkVersion = options.flinkVersion ?? '2.3.0';
  const dir = sharedDir(options.temporaryDir ?? tmpdir(), flinkVersion);
  const unlock = await lock(shareLockOf(dir));
  let release = () => {};
  try {
    if (isSupervisorAlive(dir)) {
      release = takeLease(dir);
    } else {
      removeEngines(dir);
      release = takeLease(dir);
      await spawnSupervisor(dir, services, flinkVersion);
    }
  } catch (error) {
    release();
    throw error;
  } finally {
    unlock();
  }
  return use(dir, services, release);
}
