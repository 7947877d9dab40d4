import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestEngines } from '@datalark/local-engines';
import { EngineProxy } from './EngineProxy';
import { HeadlessPortal } from './HeadlessPortal';
import { judge } from './judge';
import { pause, until } from './pause';
import { addRow, Row } from './table';
import { flinkJobs, TrueJob, Truth, zetaJobs } from './Truth';
import { Claim, Watcher } from './Watcher';

/** How long is looked on after a fault is over: what is right must stay right. */
const AFTERWARDS_MS = 4_000;

/** Engines, a portal on them, somebody who watches both, and verbs to ask for. */
export class Lab {
  readonly truth = new Truth();
  readonly watcher = new Watcher();
  readonly proxies: Record<'flink' | 'gateway' | 'zeta', EngineProxy>;
  /** By name of the engine: the portal's way to it is disturbed. */
  readonly hidden = new Set<string>();
  /** Every verb that was accepted. */
  readonly #operations: string[] = [];
  /** Jobs that a person stopped: they must never run again. */
  readonly #stopped = new Map<string, number>();

  private constructor(
    readonly engines: TestEngines,
    readonly portals: HeadlessPortal[],
    readonly database: Row['database'],
    proxies: EngineProxy[],
  ) {
    const [flink, gateway, zeta] = proxies;
    this.proxies = { flink, gateway, zeta };
    const { flinkRestUrl, seatunnelUrl } = engines.endpoints;
    this.truth.watch('flink', flinkJobs(flinkRestUrl!), () =>
      this.hidden.has('flink'),
    );
    if (seatunnelUrl) {
      this.truth.watch('zeta', zetaJobs(seatunnelUrl), () =>
        this.hidden.has('zeta'),
      );
    }
  }

  /** `replicas` portals on one database; `place` is called with the folder of each. */
  static async open(options: {
    engines: TestEngines;
    home: string;
    database?: object;
    replicas?: number;
  }): Promise<Lab> {
    const { engines, home, database, replicas = 1 } = options;
    const { flinkRestUrl, sqlGatewayUrl, seatunnelUrl } = engines.endpoints;
    const proxies = await Promise.all(
      [flinkRestUrl, sqlGatewayUrl, seatunnelUrl ?? flinkRestUrl].map(url =>
        EngineProxy.to(url!),
      ),
    );
    const portals: HeadlessPortal[] = [];
    for (let i = 0; i < replicas; i += 1) {
      portals.push(
        new HeadlessPortal({
          home: join(home, `portal-${i}`),
          port: await freePort(),
          database,
          engines: {
            flink: {
              type: 'flink-session',
              jobManagerUrl: proxies[0].url,
              sqlGatewayUrl: proxies[1].url,
              checkpointDirectory: engines.endpoints.checkpointsDir,
              savepointDirectory: `file://${engines.endpoints.savepointsDir}`,
            },
            ...(seatunnelUrl && {
              zeta: { type: 'seatunnel-zeta', url: proxies[2].url },
            }),
          },
        }),
      );
    }
    const kind = database ? 'PostgreSQL' : 'SQLite';
    const lab = new Lab(engines, portals, kind, proxies);
    try {
      for (const [i, portal] of portals.entries()) {
        await portal.up();
        lab.watcher.watch(portal, `portal-${i}`);
      }
    } catch (error) {
      await lab.close();
      throw error;
    }
    return lab;
  }

  get portal(): HeadlessPortal {
    return this.portals[0];
  }

  async close(): Promise<void> {
    await Promise.all([this.watcher.end(), this.truth.end()]);
    await Promise.all(this.portals.map(portal => portal.remove()));
    await Promise.all(Object.values(this.proxies).map(proxy => proxy.close()));
  }

  /** Makes a job and waits until it runs and is known to. */
  async running(name: string, spec: object): Promise<string> {
    const { operation } = await this.portal.api('data-jobs/jobs', {
      method: 'POST',
      body: JSON.stringify({ name, spec, deploy: true }),
    });
    this.#operations.push(operation.id);
    await this.succeeded(operation.id);
    return this.runs(name);
  }

  /** Waits until the portal says that a job runs well; its id on the engine. */
  async runs(name: string): Promise<string> {
    const { engineJobId } = await this.says(
      name,
      claim => claim.state === 'running' && claim.health === 'ok',
    );
    return engineJobId!;
  }

  /** Waits until the newest answer of a portal about a job satisfies. */
  async says(
    name: string,
    satisfied: (claim: Claim) => boolean,
    from = Date.now(),
  ): Promise<Claim> {
    const found = await until(
      `what the portal says of ${name}`,
      () => this.watcher.since(from).at(-1)?.claims.get(name),
      claim => claim && satisfied(claim),
    );
    return found!;
  }

  /** Asks for a verb; the id of the operation. */
  async ask(
    name: string,
    verb: string,
    params: object = {},
    portal = this.portal,
  ): Promise<string> {
    const { id } = await portal.api(
      `data-jobs/jobs/default/${name}/operations`,
      { method: 'POST', body: JSON.stringify({ verb, ...params }) },
    );
    this.#operations.push(id);
    if (verb === 'stop' || verb === 'suspend') {
      this.#stopped.set(name, Infinity);
    } else {
      this.#stopped.delete(name);
    }
    return id;
  }

  operation(id: string, portal = this.portal): Promise<any> {
    return portal.api(`data-jobs/operations/${id}`);
  }

  /** Waits until a verb has ended; rejects unless it succeeded. */
  async succeeded(id: string, portal = this.portal): Promise<any> {
    const operation = await until(
      `the end of operation ${id}`,
      () => this.operation(id, portal),
      ({ state }) => state !== 'pending' && state !== 'running',
      180_000,
    );
    assert.equal(
      operation.state,
      'succeeded',
      `${operation.verb}: ${operation.error?.message}`,
    );
    const { verb } = operation;
    const name = operation.entityRef.split('/')[1];
    if (verb === 'stop' || verb === 'suspend') {
      this.#stopped.set(name, Date.parse(operation.endedAt));
    }
    return operation;
  }

  /** Everything that ever ran under a name, each incarnation once. */
  incarnations(name: string, engine = 'flink'): TrueJob[] {
    return this.truth.incarnations(engine, name);
  }

  /** Savepoints of a Flink job that lie on disk. */
  savepoints(engineJobId: string): number {
    const prefix = `savepoint-${engineJobId.slice(0, 6)}-`;
    try {
      return readdirSync(this.engines.endpoints.savepointsDir!).filter(name =>
        name.startsWith(prefix),
      ).length;
    } catch {
      return 0;
    }
  }

  /**
   * Makes a fault happen, looks on until all is settled, and judges what was
   * shown meanwhile. `cause` resolves when the fault is over and what should
   * come of it has come; it may return what is worth a note.
   */
  async fault(
    fault: string,
    jobs: string[],
    cause: () => Promise<string | void>,
  ): Promise<void> {
    const faultAt = Date.now();
    let notes = '';
    let problem: unknown;
    try {
      notes = (await cause()) ?? '';
    } catch (error) {
      problem = error;
      notes = `FAILED: ${String(error).split('\n')[0].slice(0, 200)}`;
    }
    await pause(AFTERWARDS_MS);
    const verdict = judge(
      jobs,
      this.watcher.since(faultAt),
      engine => this.truth.looks(engine, faultAt - 10_000),
      faultAt,
    );
    addRow({ fault, database: this.database, ...verdict, notes });
    if (problem) throw problem;
    assert.deepEqual(verdict.wrong, [], `${fault}: wrong states were shown`);
    assert.notEqual(
      verdict.secondsUntilRight,
      undefined,
      `${fault}: what is shown did not become right`,
    );
    this.#nothingRestarted();
    await this.#nothingLost();
  }

  #nothingRestarted(): void {
    for (const [name, since] of this.#stopped) {
      for (const engine of ['flink', 'zeta']) {
        const live = this.truth
          .looks(engine, since + 2_000)
          .flatMap(({ jobs }) => [...jobs.values()])
          .find(job => job.name === name && job.isLive);
        assert.equal(live, undefined, `${name} was stopped, and runs again`);
      }
    }
  }

  async #nothingLost(): Promise<void> {
    for (const id of this.#operations) {
      const { state, verb } = await this.operation(id);
      assert.ok(
        ['succeeded', 'failed'].includes(state),
        `The operation ${verb} (${id}) is still ${state}`,
      );
    }
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
