import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultCacheDir } from './artifactCache';
import { endpointsFor, withSecrets, type Endpoints } from './endpoints';
import { EngineProblem, toProblem, type Problem } from './engineProblem';
import type {
  FlinkVersion,
  OpenLineageReceiver,
  PostgresInit,
} from './engineService';
import { EngineSet } from './engineSet';
import { sweepLeftovers } from './leftovers';
import { lockHolder, tryLock } from './lockFile';
import { choosePorts } from './ports';
import { thisProcess } from './processInfo';
import type { ProgressEvent } from './progress';
import { serveRequests } from './requests';
import {
  SERVICE_NAMES,
  type ProcessName,
  type ServiceName,
} from './serviceNames';
import { StatusFile } from './statusFile';
import { supervisorLockOf } from './supervisorLock';

/**
 * What to start, and where.
 *
 * @public
 */
export interface StartOptions {
  /** Folder of this set: configuration, state, logs, `status.json`. */
  dir: string;
  /** Folder of the downloaded jars; default: `datalark/engines` in the user's cache folder. */
  cacheDir?: string;
  /** Another local Maven repository than the user's own. */
  localRepository?: string;
  /** Default: all of them. */
  services?: readonly ServiceName[];
  /** Default 2.3.0. */
  flinkVersion?: FlinkVersion;
  /** Stops everything when it is aborted. */
  signal?: AbortSignal;
  onProgress?: (event: ProgressEvent) => void;
  /** Settings of Flink besides, or in place of, those of this package; e.g. high availability. */
  flinkConfiguration?: Record<string, string>;
  /** Receiver of Flink's OpenLineage events; Flink 2 only, 1.20 has no listener for it. Default: none. */
  openLineage?: OpenLineageReceiver;
  /** SeaTunnel keeps jobs and history over a restart; default true. */
  imap?: boolean;
  /** SeaTunnel's Jdbc sink is the copy in the CDC jar, which a Postgres-CDC source needs; default false. */
  jdbcSinkFromCdc?: boolean;
  /** SQL files that are run once, in this order. */
  postgresInit?: PostgresInit[];
  /** Topics to create when Kafka is ready; those that exist stay as they are. */
  kafkaTopics?: string[];
  /** Environment to look for Java and Maven in; default: that of this process. */
  env?: NodeJS.ProcessEnv;
}

/**
 * Engines that run on this machine.
 *
 * @public
 */
export interface RunningEngines {
  /** Where they answer; holds the database password. */
  readonly endpoints: Endpoints;
  /** What does not run, and what to do about it; empty when all is well. */
  readonly problems: Problem[];
  /** Starts more services; those that are there already stay as they are. */
  ensure(services: readonly ServiceName[]): Promise<void>;
  /** Ends a service or one process and starts it again; resolves when it is ready. */
  restart(name: ServiceName | ProcessName): Promise<void>;
  /** SIGKILL, for fault tests; the process stays down until `restart`. */
  kill(name: ServiceName | ProcessName): Promise<void>;
  /** Ends all processes and resolves when none is left. */
  stop(): Promise<void>;
  /** Resolves when the set has been stopped, by whomever. */
  readonly stopped: Promise<void>;
}

function takeFolder(dir: string): () => void {
  const path = supervisorLockOf(dir);
  const release = tryLock(path);
  if (!release) {
    throw new EngineProblem(
      `Engines are running for ${dir} already (process ${
        lockHolder(path)?.pid ?? 'unknown'
      }).`,
      'Use them, stop them with `npm run engines -- stop`, or choose another folder with --dir.',
    );
  }
  return release;
}

/**
 * Starts real engines on this machine, on loopback only, and resolves when each one runs or has failed: one that
 * fails is listed in `problems` and does not stop the others. No process outlives this one. Throws a problem when
 * another process runs engines for the same folder.
 *
 * @public
 */
export async function startEngines(
  options: StartOptions,
): Promise<RunningEngines> {
  options.signal?.throwIfAborted();
  const dir = resolve(options.dir);
  const services = options.services ?? SERVICE_NAMES;
  mkdirSync(dir, { recursive: true });
  const release = takeFolder(dir);
  let set: EngineSet;
  let ports: Awaited<ReturnType<typeof choosePorts>>;
  try {
    await sweepLeftovers(dir);
    ports = await choosePorts(dir, false);
    const me = thisProcess();
    set = new EngineSet({
      dir,
      cacheDir: resolve(options.cacheDir ?? defaultCacheDir()),
      localRepository: options.localRepository,
      ports,
      settings: {
        flinkVersion: options.flinkVersion ?? '2.3.0',
        openLineage: options.openLineage,
        flinkConfiguration: options.flinkConfiguration,
        imap: options.imap ?? true,
        jdbcSinkFromCdc: options.jdbcSinkFromCdc ?? false,
        postgresInit: options.postgresInit ?? [],
        kafkaTopics: options.kafkaTopics ?? [],
      },
      status: new StatusFile(
        dir,
        {
          supervisorPid: me.pid,
          supervisorStartTime: me.startTime,
          endpoints: endpointsFor(dir, ports, services),
        },
        undefined,
        error => {
          const { message, remedy = '' } = toProblem(error);
          process.stderr.write(`${message} ${remedy}\n`);
        },
      ),
      env: options.env ?? process.env,
      onProgress: options.onProgress,
    });
  } catch (error) {
    release();
    throw error;
  }

  let markStopped: () => void;
  const stopped = new Promise<void>(done => {
    markStopped = done;
  });
  let endRequests = () => {};
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      endRequests();
      await set.stop();
      release();
      markStopped();
    })();
    return stopping;
  };
  endRequests = serveRequests(dir, async request => {
    switch (request.action) {
      case 'stop':
        return stop();
      case 'restart':
        return set.restart(request.name);
      case 'kill':
        return set.kill(request.name);
      default:
        return set.ensure(request.services);
    }
  });
  const onAbort = () => void stop();
  options.signal?.addEventListener('abort', onAbort, { once: true });
  void stopped.then(() =>
    options.signal?.removeEventListener('abort', onAbort),
  );

  await set.ensure(services);
  if (options.signal?.aborted) {
    await stop();
    options.signal.throwIfAborted();
  }
  let endpoints = await withSecrets(dir, endpointsFor(dir, ports, services));
  return {
    get endpoints() {
      return endpoints;
    },
    get problems() {
      return set.problems;
    },
    async ensure(more) {
      await set.ensure(more);
      endpoints = await withSecrets(
        dir,
        endpointsFor(dir, ports, set.services),
      );
    },
    restart: name => set.restart(name),
    kill: name => set.kill(name),
    stop,
    stopped,
  };
}
