import { JobException } from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../database/DeploymentStore';
import { sleep } from '../sleep';
import type { ObserverDeps } from './EngineObserver';

const EVERY_MS = 5_000;
const CALL_MS = 10_000;
/** One round asks for no more jobs than this; the others wait for the next. */
const MOST_PER_ROUND = 20;

/**
 * Reads the failures of jobs that failed or restarted, once per change, so
 * that they are known after their engine forgot them.
 */
export class ExceptionReader {
  readonly #read = new Map<string, string>();
  readonly #restarts = new Map<string, number>();
  readonly #causes = new Map<string, string>();

  constructor(
    private readonly engine: JobEngine,
    private readonly deps: Pick<
      ObserverDeps,
      'stores' | 'logger' | 'redactor'
    > & { everyMs?: number },
  ) {}

  /** How often the engine has restarted the run: a restart is easily missed by looking. */
  noteRestarts(deployment: StoredDeployment, restarts?: number): void {
    if (deployment.runId && restarts) {
      this.#restarts.set(deployment.runId, restarts);
    }
  }

  /** What the newest failure of a run says; undefined until it was read. */
  causeOf(runId: string | undefined): string | undefined {
    return runId === undefined ? undefined : this.#causes.get(runId);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { logger, redactor, everyMs = EVERY_MS } = this.deps;
    if (!this.engine.capabilities.exceptions) return;
    while (!signal.aborted) {
      try {
        await this.#round(signal);
      } catch (error) {
        logger.debug(
          `Exceptions on ${this.engine.name} were not read: ${redactor.message(
            error,
          )}`,
        );
      }
      await sleep(everyMs, signal);
    }
  }

  async #round(signal: AbortSignal): Promise<void> {
    const { stores, redactor } = this.deps;
    const engine = await stores.engines.get(this.engine.name);
    if (engine?.reachable !== 'yes') return;
    const all = await stores.deployments.onEngine(this.engine.name);
    this.#forgetAllBut(all);
    const due = all.filter(one => {
      const mark = this.#mark(one);
      return mark && this.#read.get(one.runId!) !== mark;
    });
    for (const one of due.slice(0, MOST_PER_ROUND)) {
      if (signal.aborted) return;
      const told = await this.engine.exceptions(one.observation.engineJobId!, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]),
      });
      await stores.exceptions.record(one, one.runId, redactor.value(told));
      this.#read.set(one.runId!, this.#mark(one)!);
      const cause = causeOf(told);
      if (cause) this.#causes.set(one.runId!, cause);
    }
  }

  /** Changes with each failure that shows; undefined while there is none. */
  #mark(one: StoredDeployment): string | undefined {
    if (!one.runId) return undefined;
    const { state, since, health } = one.observation;
    const restarts = this.#restarts.get(one.runId) ?? 0;
    const failing =
      state === 'failed' ||
      health.reasons.some(({ code }) =>
        ['restarting', 'failed', 'no-running-task'].includes(code),
      );
    if (!restarts && !failing) return undefined;
    return `${failing ? `${state} ${since}` : 'runs'} ${restarts}`;
  }

  #forgetAllBut(all: StoredDeployment[]): void {
    const runs = new Set(all.map(one => one.runId));
    for (const memory of [this.#read, this.#restarts, this.#causes]) {
      for (const id of memory.keys()) if (!runs.has(id)) memory.delete(id);
    }
  }
}

/** Longer texts are for the list of exceptions. */
const LONGEST_CAUSE = 400;

function causeOf(told: JobException[]): string | undefined {
  const [newest] = [...told].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (!newest) return undefined;
  const { name, message } = newest;
  const [line] = message.trim().split('\n');
  const words = line.includes(name) ? line : `${name}: ${line}`;
  return words.slice(0, LONGEST_CAUSE);
}
