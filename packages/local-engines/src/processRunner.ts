import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineProcess } from './engineService';
import {
  spawnGuarded,
  type ExitReport,
  type GuardedProcess,
} from './guardedProcess';
import { inspectProcess, residentBytes } from './processInfo';
import type { RecordedProcess } from './leftovers';
import type { ProcessStatus } from './statusFile';
import { startFailure } from './startFailure';

const POLL_MS = 150;

/** Runs one process: start, wait until it is ready, stop, kill, start again. */
export class ProcessRunner {
  readonly definition: EngineProcess;
  readonly #changed: () => void;
  readonly #died: (exit: ExitReport) => void;
  #running?: GuardedProcess;
  #startTime?: string;
  #state: ProcessStatus['state'] = 'stopped';
  #stopping = false;
  #killed = false;
  #outFile = '';

  /** `changed` is called when its pid or state changes, `died` when it ends although nobody stopped it. */
  constructor(
    definition: EngineProcess,
    changed: () => void,
    died: (exit: ExitReport) => void,
  ) {
    this.definition = definition;
    this.#changed = changed;
    this.#died = died;
  }

  get status(): ProcessStatus {
    const pid = this.#running?.pid;
    return {
      state: this.#state,
      pid,
      rssBytes: pid === undefined ? undefined : residentBytes(pid),
    };
  }

  /** Was its end asked for with `kill`? Then it stays down. */
  get killed(): boolean {
    return this.#killed;
  }

  /** What to remember of it, to find it again after a crash of this process; undefined when it does not run. */
  get record(): RecordedProcess | undefined {
    return this.#running && this.#startTime
      ? {
          name: this.definition.name,
          pid: this.#running.pid,
          startTime: this.#startTime,
          marker: this.definition.marker,
        }
      : undefined;
  }

  /** Starts it and waits until it is ready. Throws a problem when it ends or takes too long; it is stopped then. */
  async start(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const command = this.definition.command();
    this.#stopping = false;
    this.#killed = false;
    this.#outFile = command.outFile;
    const running = await spawnGuarded(command);
    this.#running = running;
    this.#startTime = inspectProcess(running.pid)?.startTime;
    this.#setState('starting');
    let exit: ExitReport | undefined;
    const ended = running.exited.then(report => {
      exit = report;
      const was = this.#state;
      if (this.#running === running) {
        this.#running = undefined;
        this.#setState(this.#stopping ? 'stopped' : 'failed');
      }
      if (was === 'running' && !this.#stopping) {
        this.#died(report);
      }
    });
    try {
      await this.waitUntilReady(signal, () => exit);
      this.#setState('running');
    } catch (error) {
      await this.stop();
      await ended;
      this.#setState('failed');
      throw error;
    }
  }

  /** Waits until it says that it is ready. */
  async waitUntilReady(
    signal: AbortSignal | undefined,
    exit: () => ExitReport | undefined = () => undefined,
  ): Promise<void> {
    const deadline = Date.now() + this.definition.readyWithinMs;
    for (;;) {
      signal?.throwIfAborted();
      if (exit()) {
        throw startFailure(this.definition, this.#outFile, exit());
      }
      if (await this.definition.isReady().catch(() => false)) {
        // the answer may be that of a process which ends just now
        if (!exit()) {
          return;
        }
        continue;
      }
      if (Date.now() > deadline) {
        throw startFailure(this.definition, this.#outFile, undefined);
      }
      await sleep(POLL_MS);
    }
  }

  /** Ends it and waits until it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running?.stop();
  }

  /** SIGKILL, and waits until it is gone. It stays down until it is started again. */
  async kill(): Promise<void> {
    const running = this.#running;
    this.#killed = true;
    running?.kill();
    await running?.exited;
  }

  #setState(state: ProcessStatus['state']): void {
    this.#state = state;
    this.#changed();
  }
}
