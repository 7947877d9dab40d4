import { ensureArtifacts, isCached } from './artifactCache';
import { CrashBackoff } from './crashBackoff';
import { endpointsFor } from './endpoints';
import { toProblem, type Problem } from './engineProblem';
import type {
  EngineContext,
  EngineService,
  EngineSettings,
} from './engineService';
import { recordProcesses } from './leftovers';
import type { Ports } from './ports';
import { requireJava, requireJavaAndMaven } from './prerequisites';
import { ProcessRunner } from './processRunner';
import type { ProgressEvent, ServiceState } from './progress';
import { engineService } from './services';
import {
  processesNamed,
  serviceOf,
  type ProcessName,
  type ServiceName,
} from './serviceNames';
import { describeExit } from './startFailure';
import { StatusFile, type ServiceStatus } from './statusFile';

const MEASURE_MS = 3000;

/** What a set of engines consists of while it runs. */
export interface EngineSetOptions {
  dir: string;
  cacheDir: string;
  /** Another local Maven repository than the user's own. */
  localRepository?: string;
  ports: Ports;
  settings: EngineSettings;
  status: StatusFile;
  env: NodeJS.ProcessEnv;
  onProgress?: (event: ProgressEvent) => void;
}

/** The services of one folder: starts, restarts, kills and stops them, and says how they are. */
export class EngineSet {
  readonly #options: EngineSetOptions;
  readonly #status: StatusFile;
  readonly #runners = new Map<ProcessName, ProcessRunner>();
  readonly #starts = new Map<ServiceName, Promise<void>>();
  readonly #problems = new Map<ServiceName, Problem>();
  readonly #jars = new Map<string, Promise<string>>();
  readonly #ending = new AbortController();
  #download: Promise<unknown> = Promise.resolve();
  #restarts: Promise<unknown> = Promise.resolve();
  readonly #backoffs = new Map<ProcessName, CrashBackoff>();
  readonly #revivals = new Map<ProcessName, NodeJS.Timeout>();
  #java?: string;
  #timer?: NodeJS.Timeout;
  #stopped?: Promise<void>;

  constructor(options: EngineSetOptions) {
    this.#options = options;
    this.#status = options.status;
    this.#timer = setInterval(() => this.#measure(), MEASURE_MS);
    this.#timer.unref();
  }

  get services(): ServiceName[] {
    return [...this.#starts.keys()];
  }

  get problems(): Problem[] {
    return [...this.#problems.values()];
  }

  /** Starts the services that are not there yet and waits until each one runs or has failed. Never throws for a service. */
  async ensure(services: readonly ServiceName[]): Promise<void> {
    const added = services.filter(name => !this.#starts.has(name));
    for (const name of added) {
      this.#say(name, 'waiting', 'It waits for its turn.');
    }
    for (const name of added) {
      this.#starts.set(name, this.#startService(name));
    }
    this.#status.setEndpoints(
      endpointsFor(this.#options.dir, this.#options.ports, this.services),
    );
    await Promise.all(services.map(name => this.#starts.get(name)));
  }

  /** Ends a service or one process and starts it again; waits until its whole service is ready. */
  restart(name: string): Promise<void> {
    // one after the other: two callers may ask for the same at once
    const done = this.#restarts.then(() => this.#restart(name));
    this.#restarts = done.catch(() => undefined);
    return done;
  }

  async #restart(name: string): Promise<void> {
    this.#ending.signal.throwIfAborted();
    const service = serviceOf(processesNamed(name)[0]);
    const runners = this.#runnersNamed(name);
    if (runners.length === 0) {
      // it never came up: try the whole way again
      this.#starts.set(service, this.#startService(service));
      await this.#starts.get(service);
      const problem = this.#problems.get(service);
      if (problem) {
        throw new Error(problem.message);
      }
      return;
    }
    this.#say(service, 'starting', `${this.#title(runners)} is started again.`);
    try {
      await Promise.all(runners.map(it => it.stop()));
      await Promise.all(runners.map(it => this.#startTwice(it)));
      const rest = this.#runnersNamed(service).filter(
        it => !runners.includes(it),
      );
      if (rest.every(it => it.status.state === 'running')) {
        await Promise.all(
          rest.map(it => it.waitUntilReady(this.#ending.signal)),
        );
        this.#running(service);
      } else {
        const down = rest.filter(it => it.status.state !== 'running');
        this.#fail(service, {
          service,
          kind: 'failed',
          message: `${this.#title(down)} is down.`,
          remedy: `Restart ${down.map(it => it.definition.name).join(', ')}.`,
        });
      }
    } catch (error) {
      this.#fail(service, toProblem(error, service));
      throw error;
    }
  }

  /** A second try, since a restarted TaskManager was seen once (in fifty restarts) to run and never register. */
  async #startTwice(runner: ProcessRunner): Promise<void> {
    const { signal } = this.#ending;
    await runner.start(signal).catch(() => runner.start(signal));
  }

  /** SIGKILL for the processes named; they stay down until `restart`. */
  async kill(name: string): Promise<void> {
    await Promise.all(this.#runnersNamed(name).map(it => it.kill()));
  }

  /** Ends everything, once. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#ending.abort(new Error('The engines are being stopped.'));
    clearInterval(this.#timer);
    this.#revivals.forEach(it => clearTimeout(it));
    await Promise.all(
      [...this.#starts.values()].map(it => it.catch(() => undefined)),
    );
    await this.#restarts;
    await Promise.all([...this.#runners.values()].map(it => it.stop()));
    for (const service of this.services) {
      if (!this.#problems.has(service)) {
        this.#say(service, 'stopped', 'It was stopped.');
      }
    }
  }

  async #startService(name: ServiceName): Promise<void> {
    const { signal } = this.#ending;
    const definition = engineService(name, this.#options.settings);
    this.#problems.delete(name);
    try {
      this.#status.setState(name, 'waiting', {
        version: definition.version,
        logDir: this.#logDir(name),
      });
      const context = await this.#context(definition);
      this.#say(name, 'starting', `Version ${definition.version} is starting.`);
      const processes = await definition.prepare(context);
      const runners = processes.map(
        process =>
          new ProcessRunner(
            process,
            () => this.#publish(name),
            exit =>
              this.#died(
                process.name,
                `${process.title} ${describeExit(exit)}.`,
              ),
          ),
      );
      runners.forEach(it => this.#runners.set(it.definition.name, it));
      try {
        await Promise.all(runners.map(it => it.start(signal)));
        await definition.afterReady?.(context);
      } catch (error) {
        await Promise.all(runners.map(it => it.stop()));
        runners.forEach(it => this.#runners.delete(it.definition.name));
        throw error;
      }
      this.#running(name);
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(name, toProblem(error, name));
      }
    }
  }

  async #context(definition: EngineService): Promise<EngineContext> {
    const { dir, ports, settings, env, cacheDir } = this.#options;
    if (definition.needsJava) {
      const whole = definition.artifactSets.every(set =>
        isCached(set, cacheDir),
      );
      this.#java ??= whole ? requireJava(env) : requireJavaAndMaven(env);
    }
    const java = this.#java ?? '';
    const jars: Record<string, string> = {};
    for (const set of definition.artifactSets) {
      jars[set] = await this.#artifacts(set);
    }
    for (const set of definition.optionalSets ?? []) {
      const folder = await this.#artifacts(set).catch(error => {
        this.#ending.signal.throwIfAborted();
        this.#say(
          definition.name,
          'starting',
          `It starts without ${set}: ${toProblem(error).message}`,
        );
        return undefined;
      });
      if (folder) jars[set] = folder;
    }
    return { dir, ports, settings, java, jars, signal: this.#ending.signal };
  }

  #artifacts(set: string): Promise<string> {
    const known = this.#jars.get(set);
    if (known) {
      return known;
    }
    const { cacheDir, localRepository, env } = this.#options;
    // one after the other: Maven's local repository is not made for two writers
    const folder = this.#download.then(() =>
      ensureArtifacts(set, {
        cacheDir,
        localRepository,
        env,
        signal: this.#ending.signal,
        onProgress: progress => {
          for (const name of this.services) {
            const needs = engineService(name, this.#options.settings);
            const sets = [...needs.artifactSets, ...(needs.optionalSets ?? [])];
            if (sets.includes(set)) {
              this.#say(name, 'downloading', `${set} is being downloaded.`, {
                progress,
              });
            }
          }
        },
      }),
    );
    this.#download = folder.catch(() => undefined);
    this.#jars.set(set, folder);
    folder.catch(() => this.#jars.delete(set));
    return folder;
  }

  #runnersNamed(name: string): ProcessRunner[] {
    return processesNamed(name)
      .map(it => this.#runners.get(it))
      .filter((it): it is ProcessRunner => it !== undefined);
  }

  #title(runners: ProcessRunner[]): string {
    return runners.map(it => it.definition.title).join(' and ');
  }

  #running(name: ServiceName): void {
    this.#problems.delete(name);
    this.#say(name, 'running', 'It is ready.');
  }

  /** A process that was killed on purpose stays down; one that ended by itself is started again, as in a cluster. */
  #died(name: ProcessName, message: string): void {
    const service = serviceOf(name);
    if (this.#runners.get(name)?.killed) {
      this.#fail(service, {
        service,
        kind: 'failed',
        message,
        remedy: `Start it again with \`npm run engines -- restart ${service}\`.`,
      });
    } else if (!this.#ending.signal.aborted) {
      this.#startAgain(name, message);
    }
  }

  #startAgain(name: ProcessName, message: string): void {
    const service = serviceOf(name);
    const backoff = this.#backoffs.get(name) ?? new CrashBackoff();
    this.#backoffs.set(name, backoff);
    const delay = backoff.next(Date.now());
    this.#fail(
      service,
      {
        service,
        kind: 'failed',
        message,
        remedy: `It is started again by itself in ${
          delay / 1000
        } s; its log folder says why it ended.`,
      },
      { revives: true },
    );
    clearTimeout(this.#revivals.get(name));
    const revive = () => {
      const state = this.#runners.get(name)?.status.state;
      if (state === 'running' || state === 'starting') {
        return;
      }
      this.restart(name).catch(error => {
        if (!this.#ending.signal.aborted) {
          this.#startAgain(name, toProblem(error).message);
        }
      });
    };
    this.#revivals.set(name, setTimeout(revive, delay));
  }

  #fail(
    name: ServiceName,
    problem: Problem,
    details: Pick<ServiceStatus, 'revives'> = {},
  ): void {
    this.#problems.set(name, problem);
    this.#say(
      name,
      problem.kind === 'missing-prerequisite' ? problem.kind : 'failed',
      problem.message,
      { remedy: problem.remedy, ...details },
    );
  }

  #say(
    service: ServiceName,
    state: ServiceState,
    message: string,
    details: Pick<ServiceStatus, 'remedy' | 'progress' | 'revives'> = {},
  ): void {
    this.#status.setState(service, state, { message, ...details });
    this.#options.onProgress?.({
      service,
      state,
      message,
      ...details,
      at: new Date().toISOString(),
    });
  }

  #logDir(name: ServiceName): string | undefined {
    const { dir, ports } = this.#options;
    const { logDirs } = endpointsFor(dir, ports, [name]);
    return Object.values(logDirs)[0];
  }

  #publish(name: ServiceName): void {
    this.#status.setProcesses(
      name,
      Object.fromEntries(
        this.#runnersNamed(name).map(it => [it.definition.name, it.status]),
      ),
    );
    try {
      recordProcesses(
        this.#options.dir,
        [...this.#runners.values()].flatMap(it => it.record ?? []),
      );
    } catch {
      // the status file, written just before, has told what is wrong with the disk
    }
  }

  #measure(): void {
    for (const name of this.services) {
      if (this.#status.current.services[name]?.pid !== undefined) {
        this.#publish(name);
      }
    }
  }
}
