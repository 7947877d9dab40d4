import {
  EngineCapabilities,
  ExceptionGroup,
  Insight,
  JobLog,
  LogSource,
  Snapshot,
  jobInspectPermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  JobEngine,
} from '@datalark/backstage-plugin-data-jobs-node';
import { Stores } from '../database/Stores';
import { EngineRegistry } from '../engines/EngineRegistry';
import { LogFollower } from '../logs/LogFollower';
import { recordSnapshots } from '../operations/steps/recordSnapshots';
import { Redactor } from '../secrets/Redactor';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { deploymentOf } from './deploymentOf';
import { readableJob } from './readableJob';

/** An answer serves everybody who asks within this time. */
const CACHE_MS = 3_000;
const TIMEOUT_MS = 15_000;
const LOG_TIMEOUT_MS = 30_000;
const LOG_BYTES = 256 * 1024;
/** A log that nobody follows is forgotten. */
const UNFOLLOWED_MS = 2 * 60_000;

type Ask = (
  engine: JobEngine,
  engineJobId: string,
  call: EngineCall,
) => Promise<unknown>;

/** By the capability that an engine needs for the answer. */
const ASK = {
  exceptions: (engine, id, call) => engine.exceptions(id, call),
  checkpoints: (engine, id, call) => engine.checkpointStats(id, call),
  metrics: (engine, id, call) => engine.metrics(id, call),
  plan: (engine, id, call) => engine.plan(id, call),
} satisfies Partial<Record<keyof EngineCapabilities, Ask>>;

/** What can be asked of an engine about a run. */
export type Question = keyof typeof ASK;

/** Every {@link Question}. */
export const QUESTIONS = Object.keys(ASK) as Question[];

/** What an engine must be able to do, and what is said of one that is not. */
type Need = { capability: keyof EngineCapabilities; lack: string };

const LOGS: Need = {
  capability: 'logs',
  lack: 'offers no logs in this version and configuration',
};

type Ref = { entityRef: string; environment?: string };

/** Asks engines about runs, for all readers at once. */
export class InsightService {
  readonly #cache = new Map<
    string,
    { at: number; answer: Promise<Insight<any>> }
  >();

  readonly #followed = new Map<string, LogFollower>();

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
    return this.#ofRun(
      caller,
      ref,
      { capability: question, lack: 'does not tell' },
      (engine, id) =>
        this.#cached(`${engine.name} ${id} ${question}`, () =>
          this.#ask<unknown>(call => ASK[question](engine, id, call)),
        ),
    );
  }

  /** The end of a log, or what came after `cursor`; one reading for all readers. */
  async log(
    caller: Caller,
    ref: Ref & { source?: string; cursor?: string },
  ): Promise<Insight<JobLog>> {
    const { source, cursor } = ref;
    return this.#ofRun(caller, ref, LOGS, (engine, id) => {
      const follower = this.#follow(engine, id, source);
      return this.#ask(() => follower.read(cursor));
    });
  }

  /** The logs that can be read. */
  async logSources(caller: Caller, ref: Ref): Promise<Insight<LogSource[]>> {
    return this.#ofRun(caller, ref, LOGS, (engine, id) =>
      this.#cached(`${engine.name} ${id} log-sources`, () =>
        this.#ask(async call =>
          engine.logSources
            ? engine.logSources(id, call)
            : [{ id: 'job', kind: 'job', name: engine.name, filtered: true }],
        ),
      ),
    );
  }

  /** Failures of all runs, alike ones together; those of the present run are looked up. */
  async exceptionGroups(
    caller: Caller,
    ref: Ref,
  ): Promise<Insight<ExceptionGroup[]>> {
    const { stores, engines, redactor } = this.deps;
    const deployment = await this.#deployment(caller, ref, true);
    const { engineJobId } = deployment.observation;
    const engine = engines.find(deployment.engine);
    let fresh: Insight<unknown> | undefined;
    if (engine?.capabilities.exceptions && engineJobId) {
      fresh = await this.#cached(
        `${engine.name} ${engineJobId} exception-groups`,
        () =>
          this.#ask(async call => {
            const told = await engine.exceptions(engineJobId, call);
            await stores.exceptions.record(
              deployment,
              deployment.runId,
              redactor.value(told),
            );
          }),
      );
    }
    const known = await stores.exceptions.list(deployment);
    if (!known.length && fresh?.status === 'unavailable') return fresh;
    return {
      status: 'ok',
      value: redactor.value(known),
      observedAt:
        fresh?.status === 'ok'
          ? fresh.observedAt
          : deployment.observation.observedAt,
    };
  }

  /** Asks the engine of the present run, when there is one that can tell. */
  async #ofRun<T>(
    caller: Caller,
    ref: Ref,
    { capability, lack }: Need,
    ask: (engine: JobEngine, engineJobId: string) => Promise<Insight<T>>,
  ): Promise<Insight<T>> {
    const deployment = await this.#deployment(caller, ref, true);
    const { engineJobId } = deployment.observation;
    if (!engineJobId) {
      return { status: 'unavailable', reason: 'Nothing was submitted yet.' };
    }
    const engine = this.deps.engines.find(deployment.engine);
    if (!engine) return noEngine(deployment.engine);
    if (!engine.capabilities[capability]) {
      return {
        status: 'unavailable',
        reason: `Engine ${engine.name} (${engine.type}) ${lack}.`,
      };
    }
    return ask(engine, engineJobId);
  }

  #follow(engine: JobEngine, id: string, source = ''): LogFollower {
    const now = Date.now();
    for (const [key, { usedAt }] of this.#followed) {
      if (now - usedAt > UNFOLLOWED_MS) this.#followed.delete(key);
    }
    const key = `${engine.name} ${id} ${source}`;
    let found = this.#followed.get(key);
    if (!found) {
      found = new LogFollower(cursor =>
        engine.log(id, {
          signal: AbortSignal.timeout(LOG_TIMEOUT_MS),
          maxBytes: LOG_BYTES,
          ...(source && { source }),
          ...(cursor && { cursor }),
        }),
      );
      this.#followed.set(key, found);
    }
    return found;
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
    const job = await readableJob(this.deps, caller, ref.entityRef);
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
