import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  ActionsRegistryService,
  actionsRegistryServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { notificationService } from '@backstage/plugin-notifications-node';
import { eventually } from '@datalark/backend-test-kit';
import { nodeId } from '@datalark/backstage-plugin-data-lineage-common';
import knexFactory, { Knex } from 'knex';
import request from 'supertest';
import { SHOP, table } from '../flowEvents';
import { startPortal } from '../startPortal';
import { Attempt } from './attempts';
import { Role, roleAuth, ROLE_HEADER, rolePermissions } from './roles';

/** What an attempt is about. */
export type Target = {
  name: string;
  /** Of the node. */
  id: string;
  entityRef: string;
  /** A job that reads or writes it. */
  job: string;
  /** Of a disagreement at it. */
  drift: string;
  /** A name that nothing has. */
  fresh: string;
  /** A name that is an alias of it. */
  topic: { namespace: string; name: string };
};

/** How an attempt ended. */
export type Outcome = {
  /** `yes`, `hidden`, or the status of the refusal. */
  cell: string;
  audit: Array<{ eventId: string; outcome: string }>;
  changed: boolean;
};

const BASE = '/api/data-lineage';
const REFS: Record<string, string> = {
  orders: 'dataset:default/orders',
  clean_orders: 'dataset:default/clean-orders',
  daily_revenue: 'dataset:default/daily-revenue',
};

const entity = (name: string): Entity => ({
  apiVersion: 'datalark.io/v1alpha1',
  kind: 'Dataset',
  metadata: { name: REFS[name].split('/')[1], namespace: 'default' },
  spec: {
    type: 'postgres',
    lifecycle: 'production',
    owner: 'group:default/shop',
    dataset: table(name),
  },
});

/** What somebody declares of `clean` has nothing to do with what it does. */
const DECLARED = {
  eventTime: '2026-01-01T00:00:00Z',
  producer: 'https://example.com/test',
  schemaURL:
    'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent',
  job: { namespace: 'shop', name: 'clean' },
  inputs: [table('budget')],
  outputs: [table('plan')],
};

/** A portal in which everybody of the matrix tries everything. */
export class MatrixBench {
  readonly actions = actionsRegistryServiceMock();
  readonly #audit: Outcome['audit'] = [];
  readonly #knex: Knex;
  #api!: ReturnType<typeof request>;
  #told = 0;
  #count = 0;

  private constructor() {
    this.#knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
  }

  static async start(): Promise<MatrixBench> {
    const bench = new MatrixBench();
    const service = (ref: any, made: unknown) =>
      createServiceFactory({ service: ref, deps: {}, factory: () => made });
    const { server } = await startPortal({
      database: bench.#knex,
      entities: Object.keys(REFS).map(entity),
      services: [
        roleAuth,
        rolePermissions,
        service(
          actionsRegistryServiceRef,
          bench.actions as ActionsRegistryService,
        ),
        service(notificationService, {
          send: async () => {
            bench.#told += 1;
          },
        }),
        service(coreServices.auditor, {
          createEvent: async ({ eventId }: any) => {
            const event = { eventId, outcome: 'begun' };
            bench.#audit.push(event);
            const end = (outcome: string) => async () => {
              event.outcome = outcome;
            };
            return { success: end('succeeded'), fail: end('failed') };
          },
        }),
      ],
    });
    bench.#api = request(server);
    await bench.#fill();
    return bench;
  }

  async attempt(attempt: Attempt, role: Role): Promise<Outcome> {
    const target = await this.#target(role);
    const state = await this.#state();
    this.#audit.length = 0;
    const cell = await this.#try(attempt, role, target);
    const audit = [...this.#audit];
    const changed = (await this.#state()) !== state;
    if (changed) await this.#whole();
    return { cell, audit, changed };
  }

  async #fill(): Promise<void> {
    await this.#send('post', '/v1/lineage/batch', [...SHOP, DECLARED]);
    await this.#whole();
  }

  /** Until the graph has everything, also after a rebuild, and knows its entities. */
  async #whole(): Promise<void> {
    for (const entityRef of Object.values(REFS)) {
      const path = `/nodes?entityRef=${encodeURIComponent(entityRef)}`;
      await eventually(
        () => this.#send('get', path),
        ({ body }) => expect(body.items[0]?.more.upstream).toBeDefined(),
      );
    }
    await eventually(
      () => this.#send('get', '/drift'),
      ({ body }) => expect(body.items.length).toBeGreaterThan(3),
    );
  }

  #send(method: 'get' | 'post', path: string, body?: object) {
    return this.#api
      [method](`${BASE}${path}`)
      .set(ROLE_HEADER, 'admin')
      .send(body)
      .expect(200);
  }

  async #try(attempt: Attempt, role: Role, target: Target): Promise<string> {
    const answer = attempt.path
      ? await this.#ask(attempt, role, target)
      : await this.#invoke(attempt, role, target);
    if (answer.status >= 300) return String(answer.status);
    return attempt.shows?.(answer.body, target) ?? true ? 'yes' : 'hidden';
  }

  async #ask(attempt: Attempt, role: Role, target: Target) {
    const [method] = attempt.what.toLowerCase().split(' ');
    const answer = await this.#api
      [method as 'get' | 'post' | 'delete'](`${BASE}${attempt.path!(target)}`)
      .set(ROLE_HEADER, role.title)
      .buffer(true)
      .send(attempt.input?.(target));
    const isJson = answer.type === 'application/json';
    return { status: answer.status, body: isJson ? answer.body : answer.text };
  }

  async #invoke(attempt: Attempt, role: Role, target: Target) {
    try {
      const { output } = await this.actions.invoke({
        id: `test:${attempt.what}`,
        input: attempt.input!(target) as any,
        credentials: role.credentials,
      });
      return { status: 200, body: output };
    } catch (error) {
      const statuses: Record<string, number> = {
        NotAllowedError: 403,
        NotFoundError: 404,
      };
      const status = statuses[(error as Error).name];
      if (!status) throw error;
      return { status, body: error };
    }
  }

  async #target(role: Role): Promise<Target> {
    this.#count += 1;
    const name = role.asksForOwn ? 'orders' : 'clean_orders';
    const id = nodeId('dataset', table(name));
    const job = nodeId('job', { namespace: 'shop', name: 'clean' });
    const ends = role.asksForOwn ? [id, job] : [job, id];
    const topic = { namespace: 'kafka://k:9092', name };
    const known = await this.#knex('aliases as a')
      .join('nodes as n', 'n.id', 'a.node_id')
      .where('n.name', name)
      .first();
    if (!known) {
      await this.#api
        .post(`${BASE}/aliases`)
        .set(ROLE_HEADER, 'admin')
        .send({ name: topic, target: table(name) })
        .expect(201);
    }
    return {
      name,
      id,
      entityRef: REFS[name],
      job,
      topic,
      drift: Buffer.from(
        JSON.stringify(['observed-not-declared', ...ends]),
      ).toString('base64url'),
      fresh: `new_${this.#count}`,
    };
  }

  /** All that people can change. */
  async #state(): Promise<string> {
    return JSON.stringify([
      await this.#knex('aliases').select('node_id', 'target_id'),
      await this.#knex('events').count(),
      await this.#knex('locks').where({ name: 'derive' }).first(),
      this.#told,
    ]);
  }
}
