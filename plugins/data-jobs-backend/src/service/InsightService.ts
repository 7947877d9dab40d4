import {
  Insight,
  Snapshot,
  jobInspectPermission,
  jobReadPermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { NotFoundError } from '@backstage/errors';
import {
  EngineCall,
  JobEngine,
} from '@datalark/backstage-plugin-data-jobs-node';
import { Stores } from '../database/Stores';
import { EngineRegistry } from '../engines/EngineRegistry';
import { recordSnapshots } from '../operations/steps/recordSnapshots';
import { Redactor } from '../secrets/Redactor';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { deploymentOf } from './deploymentOf';

/** An answer serves everybody who asks within this time. */
const CACHE_MS = 3_000;
const TIMEOUT_MS = 15_000;
const LOG_BYTES = 256 * 1024;

const QUESTIONS = {
  exceptions: {
    capability: 'exceptions',
    ask: (engine: JobEngine, id: string, call: EngineCall) =>
      engine.exceptions(id, call),
  },
  checkpoints: {
    capability: 'checkpoints',
    ask: (engine: JobEngine, id: string, call: EngineCall) =>
      engine.checkpointStats(id, call),
  },
  metrics: {
    capability: 'metrics',
    ask: (engine: JobEngine, id: string, call: EngineCall) =>
      engine.metrics(id, call),
  },
  plan: {
    capability: 'plan',
    ask: (engine: JobEngine, id: string, call: EngineCall) =>
      engine.plan(id, call),
  },
  log: {
    capability: 'logs',
    ask: (engine: JobEngine, id: string, call: EngineCall) =>
      engine.log(id, { ...call, maxBytes: LOG_BYTES }),
  },
} as const;

/** What can be asked of an engine about a run. */
export type Question = keyof typeof QUESTIONS;

type Ref = { entityRef: string; environment?: string };

/** Asks engines about runs, for all readers at once. */
export class InsightService {
  readonly #cache = new Map<
    string,
    { at: number; answer: Promise<Insight<any>> }
  >();

  constructor(
    private readonly deps: {
      stores: Stores;
      engines: EngineRegistry;
      authorizer: Authorizer;
      redactor: Redactor;
    },
  ) {}

  async ask(
    caller: Caller,
    ref: Ref,
    question: Question,
  ): Promise<Insight<unknown>> {
    const deployment = await this.#deployment(caller, ref, true);
    const { capability, ask } = QUESTIONS[question];
    const { engineJobId } = deployment.observation;
    if (!engineJobId) {
      return { status: 'unavailable', reason: 'Nothing was submitted yet.' };
    }
    const engine = this.deps.engines.find(deployment.engine);
    if (!engine) return noEngine(deployment.engine);
    if (!engine.capabilities[capability]) {
      return {
        status: 'unavailable',
        reason: `Engine ${engine.name} (${engine.type}) does not tell.`,
      };
    }
    return this.#cached(`${engine.name} ${engineJobId} ${question}`, () =>
      this.#ask<unknown>(call => ask(engine, engineJobId, call)),
    );
  }

  /** What is written down, and what the engine has besides while it answers. */
  async snapshots(caller: Caller, ref: Ref): Promise<Insight<Snapshot[]>> {
    const { stores, engines } = this.deps;
    const deployment = await this.#deployment(caller, ref, false);
    const { engineJobId } = deployment.observation;
    const engine = engines.find(deployment.engine);
    let observedAt = deployment.snapshotsCheckedAt;
    let fresh: Insight<unknown> | undefined;
    if (engine && engineJobId) {
      fresh = await this.#cached(
        `${engine.name} ${engineJobId} snapshots`,
        () =>
          this.#ask(async call => {
            const told = await engine.snapshots(engineJobId, call);
            if (told.length) {
              await recordSnapshots(stores, deployment, engineJobId, told);
            }
          }),
      );
      if (fresh.status === 'ok') observedAt = fresh.observedAt;
    }
    const known = await stores.snapshots.list(deployment);
    if (!known.length && fresh?.status === 'unavailable') return fresh;
    return {
      status: 'ok',
      value: this.deps.redactor.value(known),
      observedAt: observedAt ?? deployment.observation.observedAt,
    };
  }

  async #deployment(caller: Caller, ref: Ref, inspect: boolean) {
    const { stores, authorizer } = this.deps;
    const job = await stores.jobs.get(ref.entityRef);
    if (!job) throw new NotFoundError(`There is no job ${ref.entityRef}.`);
    await authorizer.require(caller, jobReadPermission, job.entityRef);
    if (inspect) {
      await authorizer.require(caller, jobInspectPermission, job.entityRef);
    }
    return deploymentOf(stores.deployments, ref);
  }

  #cached(
    key: string,
    make: () => Promise<Insight<any>>,
  ): Promise<Insight<any>> {
    const now = Date.now();
    for (const [name, { at }] of this.#cache) {
      if (now - at > CACHE_MS) this.#cache.delete(name);
    }
    const found = this.#cache.get(key);
    if (found) return found.answer;
    const answer = make();
    this.#cache.set(key, { at: now, answer });
    return answer;
  }

  async #ask<T>(ask: (call: EngineCall) => Promise<T>): Promise<Insight<T>> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const value = this.deps.redactor.value(await ask({ signal }));
      return { status: 'ok', value, observedAt: new Date().toISOString() };
    } catch (error) {
      return {
        status: 'unavailable',
        reason: signal.aborted
          ? `The engine did not answer within ${TIMEOUT_MS / 1000} s.`
          : this.deps.redactor.message(error),
      };
    }
  }
}

function noEngine(name: string): Insight<never> {
  return {
    status: 'unavailable',
    reason: `There is no engine "${name}" under dataJobs.engines in app-config.`,
  };
}
