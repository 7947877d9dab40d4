import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { keyText, StoredDeployment } from '../database/DeploymentStore';
import { StoredSample } from '../database/MetricStore';
import type { ObserverDeps } from '../observation/EngineObserver';
import { sleep } from '../sleep';
import { MetricSettings } from './MetricSettings';
import { withRates } from './withRates';

const CALL_MS = 10_000;
const MOST_PAUSE_MS = 1_000;

/** What a collector calls after each look. */
export type AfterSample = (
  deployment: StoredDeployment,
  sample: StoredSample | undefined,
) => void;

/**
 * Measures the running jobs of one engine, one at a time and at an even pace,
 * whoever watches: with more jobs than the pace allows each is measured less
 * often. An engine out of reach is left alone; nothing is written for it.
 */
export class MetricCollector {
  /** The sample before, at the moment it was really taken. */
  readonly #before = new Map<string, StoredSample>();
  readonly #slots = new Map<string, number>();

  constructor(
    private readonly engine: JobEngine,
    private readonly deps: Pick<
      ObserverDeps,
      'stores' | 'logger' | 'redactor'
    > & { settings: MetricSettings; after?: AfterSample },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { logger, redactor, settings } = this.deps;
    while (!signal.aborted) {
      try {
        await this.#round(signal);
      } catch (error) {
        logger.debug(
          `Jobs on ${this.engine.name} were not measured: ${redactor.message(
            error,
          )}`,
        );
      }
      const { intervalMs } = settings;
      await sleep(intervalMs - (Date.now() % intervalMs), signal);
    }
  }

  /** Measures the jobs whose turn it is, those that waited longest first. */
  async #round(signal: AbortSignal): Promise<void> {
    const { intervalMs, looksPerMinute } = this.deps.settings;
    const slot = slotOf(Date.now(), intervalMs);
    const jobs = await this.#running();
    const pauseMs = Math.max(
      60_000 / looksPerMinute,
      Math.min(MOST_PAUSE_MS, (intervalMs * 0.8) / (jobs.length + 1)),
    );
    let failures = 0;
    for (const job of jobs) {
      if (signal.aborted || slotOf(Date.now(), intervalMs) !== slot) return;
      // An engine that falls silent is asked again at its next turn.
      if (failures >= 3 || !(await this.#isReachable())) return;
      this.#slots.set(keyText(job), slot);
      failures = (await this.#measure(job, slot, signal)) ? 0 : failures + 1;
      await sleep(pauseMs, signal);
    }
  }

  async #running(): Promise<StoredDeployment[]> {
    const all = await this.deps.stores.deployments.onEngine(this.engine.name);
    const keys = new Set(all.map(keyText));
    for (const memory of [this.#before, this.#slots]) {
      for (const key of memory.keys()) if (!keys.has(key)) memory.delete(key);
    }
    return all
      .filter(({ observation }) => observation.state === 'running')
      .sort((a, b) => this.#slotBefore(a) - this.#slotBefore(b));
  }

  #slotBefore(job: StoredDeployment): number {
    return this.#slots.get(keyText(job)) ?? 0;
  }

  async #isReachable(): Promise<boolean> {
    const engine = await this.deps.stores.engines.get(this.engine.name);
    return engine?.reachable === 'yes';
  }

  /** False: the engine did not answer, and there is a gap. */
  async #measure(
    job: StoredDeployment,
    slot: number,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { stores, settings, after, logger, redactor } = this.deps;
    const key = keyText(job);
    let stored: StoredSample | undefined;
    try {
      if (this.engine.sample) {
        const values = await this.engine.sample(job.observation.engineJobId!, {
          signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]),
        });
        const taken = { at: Date.now(), runId: job.runId, values };
        const sample = withRates(
          taken,
          this.#before.get(key),
          // Where turns are rare, so are samples.
          Math.max(settings.intervalMs * 3, 15 * 60_000),
        );
        this.#before.set(key, taken);
        stored = { ...sample, at: slot };
        // Meanwhile another run may have begun: these are not its numbers.
        const now = await stores.deployments.get(job);
        if (now?.runId === job.runId && Object.keys(values).length) {
          await stores.metrics.write(job, 0, [stored]);
        }
      }
      after?.(job, stored);
      return true;
    } catch (error) {
      this.#before.delete(key);
      logger.debug(
        `${job.entityRef} (${
          job.environment
        }) was not measured: ${redactor.message(error)}`,
      );
      return false;
    }
  }
}

function slotOf(ms: number, intervalMs: number): number {
  return Math.floor(ms / intervalMs) * intervalMs;
}
