import {
  Operation,
  OperationStep,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  EngineUnavailableError,
  JobEngine,
} from '@datalark/backstage-plugin-data-jobs-node';
import { ChangePublisher } from '../changes/ChangePublisher';
import { StoredDeployment } from '../database/DeploymentStore';
import {
  ClaimedOperation,
  OperationProgress,
} from '../database/OperationStore';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { DefinitionResolver } from '../definition/DefinitionResolver';
import { EngineRegistry } from '../engines/EngineRegistry';
import { ObservationWriter } from '../observation/ObservationWriter';
import { Redactor } from '../secrets/Redactor';
import { sleep } from '../sleep';
import { OperationFailed, OperationInterrupted } from './operationErrors';
import { OperationSettings } from './OperationSettings';

/** What working on operations needs. */
export type OperationDeps = {
  stores: Stores;
  engines: EngineRegistry;
  definitions: DefinitionResolver;
  observations: ObservationWriter;
  changes: ChangePublisher;
  redactor: Redactor;
  settings: OperationSettings;
};

/** What a step may say while it runs. */
export type StepControl = {
  /** Shown with the step. */
  note(message: string): Promise<void>;
  /** Ends the step as skipped. */
  skip(message: string): void;
};

/** What a step would find or do, told without doing it. */
export type Foreseen<T> = { result: T; message?: string; skipped?: boolean };

/**
 * One operation in the hands of one replica. Every step is written down before
 * and after it runs; a step that was done is never done again; an id is
 * written down before it is used.
 */
export class OperationRun {
  readonly operation: Operation;
  readonly progress: OperationProgress;
  /** True: steps are foreseen, and nothing is done or written. */
  readonly isRehearsal: boolean = false;

  constructor(
    readonly deps: OperationDeps,
    claimed: ClaimedOperation,
    private readonly owner: string,
    readonly signal: AbortSignal,
  ) {
    this.operation = claimed.operation;
    this.progress = claimed.progress;
  }

  /**
   * Runs a step, or returns what it gave when it was done before. `foresee`
   * is what a preview is told in place of it.
   */
  async step<T>(
    name: string,
    act: (step: StepControl) => Promise<T>,
    _foresee: () => Foreseen<T> | Promise<Foreseen<T>>,
  ): Promise<T> {
    const results = (this.progress.results ??= {});
    let step = this.operation.steps.find(one => one.name === name);
    if (step?.state === 'succeeded' || step?.state === 'skipped') {
      return results[name];
    }
    if (!step) {
      step = { name, state: 'running', startedAt: now() };
      this.operation.steps.push(step);
      await this.save();
    }
    try {
      const result = await act(this.#control(step));
      if (step.state === 'running') step.state = 'succeeded';
      step.endedAt = now();
      if (result !== undefined) results[name] = result;
      await this.save();
      return result;
    } catch (error) {
      if (!(error instanceof OperationInterrupted)) {
        step.state = 'failed';
        step.endedAt = now();
        step.message = this.deps.redactor.message(error);
      }
      throw error;
    }
  }

  /** A value that is written down before it is used for the first time. */
  async remember<T>(key: string, make: () => T | Promise<T>): Promise<T> {
    if (!(key in this.progress)) {
      const value = await make();
      this.progress[key] = value ?? null;
      await this.save();
    }
    return this.progress[key] ?? undefined;
  }

  /** True when `key` was set before; sets it and writes it down. */
  async mark(key: string): Promise<boolean> {
    if (this.progress[key]) return true;
    this.progress[key] = true;
    await this.save();
    return false;
  }

  /**
   * Attempts a conversation with an engine until it answers. While it is
   * silent the step says so; after the deadline the outcome is unknown.
   */
  async untilAnswered<T>(
    step: StepControl,
    engine: JobEngine,
    attempt: (call: EngineCall) => Promise<T>,
  ): Promise<T> {
    const { settings } = this.deps;
    for (let tries = 0; ; tries += 1) {
      this.throwIfInterrupted();
      const timeout = AbortSignal.timeout(settings.callTimeoutMs);
      try {
        const result = await attempt({
          signal: AbortSignal.any([this.signal, timeout]),
        });
        if (this.progress.silentSince) {
          delete this.progress.silentSince;
          await step.note(`Engine ${engine.name} answers again.`);
        }
        return result;
      } catch (error) {
        this.throwIfInterrupted();
        if (!isSilence(error, timeout)) throw error;
        const why = timeout.aborted
          ? `no answer within ${settings.callTimeoutMs / 1000} s`
          : this.deps.redactor.message(error);
        this.progress.silentSince ??= Date.now();
        const silentMs = Date.now() - this.progress.silentSince;
        if (silentMs > settings.engineDeadlineMs) {
          throw new OperationFailed(
            `The outcome is unknown: engine ${
              engine.name
            } did not answer for ${Math.round(
              silentMs / 1000,
            )} s (${why}). Look at the job when the engine is back, then ask again.`,
          );
        }
        await step.note(`Waiting for engine ${engine.name}: ${why}`);
        await sleep(
          Math.min(10_000, settings.pollMs * 2 ** Math.min(tries, 6)),
          this.signal,
        );
      }
    }
  }

  /** Waits before the next question to an engine. */
  async pause(): Promise<void> {
    await sleep(this.deps.settings.pollMs, this.signal);
    this.throwIfInterrupted();
  }

  /** Does something with the database; when that fails another replica goes on. */
  async db<T>(act: (stores: Stores) => Promise<T>): Promise<T> {
    this.throwIfInterrupted();
    try {
      return await act(this.deps.stores);
    } catch (error) {
      throw new OperationInterrupted(`The database did not answer: ${error}`);
    }
  }

  /** The deployment as it is now. */
  async deployment(
    environment = this.operation.environment,
  ): Promise<StoredDeployment> {
    const { entityRef } = this.operation;
    const found = await this.db(stores =>
      stores.deployments.get({ entityRef, environment }),
    );
    if (!found) {
      throw new OperationFailed(
        `${entityRef} has no environment "${environment}" any more.`,
      );
    }
    return found;
  }

  /** The job as it is now. */
  async job(): Promise<StoredJob> {
    const { entityRef } = this.operation;
    const found = await this.db(stores => stores.jobs.get(entityRef));
    if (!found) throw new OperationFailed(`${entityRef} was removed.`);
    return found;
  }

  async save(): Promise<void> {
    this.throwIfInterrupted();
    const mine = await this.db(stores =>
      stores.operations.save(this.operation, this.progress, this.owner),
    );
    if (!mine) throw new OperationInterrupted('Another replica took over.');
    this.deps.changes.jobChanged(this.operation.entityRef);
  }

  throwIfInterrupted(): void {
    if (this.signal.aborted) throw new OperationInterrupted('Shutting down.');
  }

  #control(step: OperationStep): StepControl {
    return {
      note: async message => {
        const text = this.deps.redactor.text(message);
        if (step.message === text) return;
        step.message = text;
        await this.save();
      },
      skip: message => {
        step.state = 'skipped';
        step.message = message;
      },
    };
  }
}

function isSilence(error: unknown, timeout: AbortSignal): boolean {
  return (
    timeout.aborted ||
    (error as Error)?.name === 'EngineUnavailableError' ||
    error instanceof EngineUnavailableError
  );
}

function now(): string {
  return new Date().toISOString();
}
