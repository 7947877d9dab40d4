import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  ActionsRegistryService,
  actionsRegistryServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import knexFactory, { Knex } from 'knex';
import request from 'supertest';
import { zipOf } from '../../__testUtils__/jarFile';
import { startPortal } from '../../__testUtils__/startPortal';
import { SPEC } from '../../__testUtils__/TestPlane';
import { createStores, Stores } from '../../database/Stores';
import { Attempt } from './attempts';
import {
  credentialsOf,
  headerOf,
  OWN,
  OWNER,
  Role,
  rolePermissions,
} from './roles';

/** What an attempt is about; nobody has touched it before. */
export type Target = {
  name: string;
  ref: string;
  /** A name that no job has. */
  fresh: string;
  engineJobId: string;
  snapshot: string;
  operationId: string;
  bulkId: string;
  /** Runs on the engine, and nobody declared it. */
  foreignId: string;
};

/** How an attempt ended. */
export type Outcome = {
  /** `yes`, `hidden`, or the status of the refusal. */
  cell: string;
  /** What it left behind. */
  audit: Array<{ eventId: string; meta: any; outcome: string }>;
  changed: boolean;
  engineCalls: string[];
};

/** A portal in which everybody of the matrix tries everything. */
export class MatrixBench {
  readonly actions = actionsRegistryServiceMock();
  readonly #audit: Outcome['audit'] = [];
  readonly #knex: Knex;
  readonly #stores: Stores;
  readonly #targets = new Map<string, { target: Target; state: string }>();
  #portal!: Awaited<ReturnType<typeof startPortal>>;
  #count = 0;

  private constructor() {
    this.#knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    this.#stores = createStores(this.#knex);
  }

  static async start(): Promise<MatrixBench> {
    const bench = new MatrixBench();
    const service = (ref: any, made: unknown) =>
      createServiceFactory({ service: ref, deps: {}, factory: () => made });
    bench.#portal = await startPortal({
      services: [
        rolePermissions,
        service(
          actionsRegistryServiceRef,
          bench.actions as ActionsRegistryService,
        ),
        service(coreServices.database, { getClient: async () => bench.#knex }),
        service(coreServices.auditor, {
          createEvent: async ({ eventId, meta }: any) => {
            const event = { eventId, meta, outcome: 'begun' };
            bench.#audit.push(event);
            const end = (outcome: string) => async () => {
              event.outcome = outcome;
            };
            return { success: end('succeeded'), fail: end('failed') };
          },
        }),
      ],
    });
    return bench;
  }

  async attempt(attempt: Attempt, role: Role): Promise<Outcome> {
    const { target, state } = await this.#untouched(attempt, role);
    const { calls } = this.#portal.engine;
    const asked = calls.length;
    this.#audit.length = 0;
    const cell = await this.#try(attempt, role, target);
    const audit = [...this.#audit];
    const changed = (await this.#state(target)) !== state;
    // What nobody has changed serves the next attempt, too.
    if (attempt.what === 'POST /jars') this.#targets.clear();
    else if (changed) this.#targets.delete(kindOf(attempt, role));
    return {
      cell,
      audit,
      changed,
      engineCalls: calls
        .slice(asked)
        .filter(call => call.engineJobId === target.engineJobId)
        .map(({ method }) => method),
    };
  }

  async #untouched(attempt: Attempt, role: Role) {
    const kind = kindOf(attempt, role);
    let found = this.#targets.get(kind);
    if (!found) {
      const target = await this.#target(attempt, role);
      found = { target, state: await this.#state(target) };
      this.#targets.set(kind, found);
    }
    return found;
  }

  async #try(attempt: Attempt, role: Role, target: Target): Promise<string> {
    const answer = attempt.path
      ? await this.#ask(attempt, role, target)
      : await this.#invoke(attempt, role, target);
    if (answer.status >= 300) return String(answer.status);
    const isShown = attempt.shows?.(answer.body, target) ?? true;
    return isShown ? 'yes' : 'hidden';
  }

  async #ask(attempt: Attempt, role: Role, target: Target) {
    const [method] = attempt.what.toLowerCase().split(' ');
    const call = request(this.#portal.server)
      [method as 'get' | 'post' | 'put'](
        `/api/data-jobs${attempt.path!(target)}`,
      )
      .set('Authorization', headerOf(role));
    if (attempt.what === 'POST /jars') {
      return call.attach(
        'jarfile',
        zipOf(['META-INF/MANIFEST.MF', target.name]),
        'a.jar',
      );
    }
    return attempt.input ? call.send(attempt.input(target)) : call;
  }

  async #invoke(attempt: Attempt, role: Role, target: Target) {
    try {
      const { output } = await this.actions.invoke({
        id: `test:${attempt.what}`,
        input: attempt.input!(target) as any,
        credentials: credentialsOf(role) as any,
      });
      return { status: 200, body: output };
    } catch (error) {
      const statuses: Record<string, number> = {
        NotAllowedError: 403,
        NotFoundError: 404,
        ConflictError: 409,
        InputError: 400,
      };
      const status = statuses[(error as Error).name];
      if (!status) throw error;
      return { status, body: error };
    }
  }

  /** A job as if somebody else had deployed it. */
  async #target(attempt: Attempt, role: Role): Promise<Target> {
    this.#count += 1;
    const number = this.#count;
    const name = `${role.owns ? OWN : 'job-'}${number}`;
    const ref = `datajob:default/${name}`;
    const key = { entityRef: ref, environment: 'default' };
    const id = `engine-${number}`;
    const now = new Date().toISOString();
    const stores = this.#stores;
    const isSuspended = attempt.job === 'suspended';
    await stores.jobs.create({
      namespace: 'default',
      name,
      origin: 'portal',
      by: 'user:default/somebody',
      spec: {
        ...SPEC,
        ...(attempt.job === 'scheduled' && {
          processing: 'batch' as const,
          schedule: { cron: '0 3 1 1 *' },
        }),
      },
    });
    await stores.deployments.declare(ref, [
      { environment: 'default', engine: 'fake' },
    ]);
    await stores.runs.record({
      id: `run-${number}`,
      ...key,
      engine: 'fake',
      engineJobId: id,
      version: 1,
      state: 'running',
      startedAt: now,
    });
    await stores.deployments.update(key, {
      engineJobId: id,
      runId: `run-${number}`,
      desired: isSuspended ? 'suspended' : 'running',
      deployedVersion: 1,
      // The engine may take its time: nothing is looked at meanwhile.
      submittedAt: new Date(Date.now() + 3_600_000).toISOString(),
      observation: {
        state: isSuspended ? 'suspended' : 'deploying',
        health: { state: 'ok', reasons: [] },
        observedAt: now,
        since: now,
      },
    });
    await stores.snapshots.record(key, {
      id: `snapshot-${number}`,
      kind: 'savepoint',
      location: `fake:/${id}/1`,
      createdAt: now,
      engineJobId: id,
      runId: `run-${number}`,
    });
    const bulk = await stores.bulk.create({
      verb: 'stop',
      params: {},
      requestedBy: 'user:default/somebody',
      surface: 'api',
    });
    await this.#knex('operations').insert({
      id: `operation-${number}`,
      entity_ref: ref,
      environment: 'default',
      verb: 'deploy',
      params: '{}',
      state: 'succeeded',
      steps: '[]',
      progress: '{}',
      requested_by: 'user:default/somebody',
      surface: 'api',
      created_at: now,
      ended_at: now,
      lease_until: 0,
      bulk_id: bulk.id,
    });
    const foreignId = `foreign-${number}`;
    if (/adopt/.test(attempt.what)) {
      this.#portal.engine.addForeignJob(foreignId, foreignId);
      await stores.unmanaged.save({
        engine: 'fake',
        engineJobId: foreignId,
        name: foreignId,
        state: 'running',
        firstSeenAt: now,
      });
    }
    return {
      name,
      ref,
      // A policy decides by name: what the owner makes is its own.
      fresh: `${role.user === OWNER ? OWN : 'job-'}new-${number}`,
      engineJobId: id,
      snapshot: `snapshot-${number}`,
      operationId: `operation-${number}`,
      bulkId: bulk.id,
      foreignId,
    };
  }

  /** All that people can change of the target. */
  async #state({ ref, fresh, foreignId }: Target): Promise<string> {
    const refs = [ref, `datajob:default/${fresh}`];
    const of = (table: string, ...columns: string[]) =>
      this.#knex(table).whereIn('entity_ref', refs).select(columns);
    return JSON.stringify([
      await of(
        'jobs',
        'entity_ref',
        'spec',
        'latest_version',
        'handed_over_at',
      ),
      await of('job_versions', 'version'),
      await of('deployments', 'desired', 'desired_by', 'run_id'),
      await of('operations', 'id'),
      await this.#knex('jars').count(),
      await this.#knex('unmanaged_jobs')
        .where({ engine_job_id: foreignId })
        .count(),
    ]);
  }
}

// Roles that may make jobs of their own have names of their own for them.
function kindOf({ what, job }: Attempt, role: Role): string {
  const adopts = /adopt/.test(what);
  return [role.owns, role.user === OWNER, job, adopts].join(' ');
}
