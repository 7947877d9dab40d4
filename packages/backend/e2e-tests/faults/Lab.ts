import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, until, type TestEngines } from '@datalark/local-engines';
import { cancelByHand } from './cancelByHand';
import { EngineProxy } from './EngineProxy';
import { HeadlessPortal } from './HeadlessPortal';
import { judge } from './judge';
import { addRow, Row } from './table';
import { flinkJobs, TrueJob, Truth, zetaJobs } from './Truth';
import { Claim, Watcher } from './Watcher';

/** How long is looked on after a fault is over: what is right must stay right. */
const AFTERWARDS_MS = 4_000;

/** Engines, a portal on them, somebody who watches both, and verbs to ask for. */
export class Lab {
  readonly truth = new Truth();
  readonly watcher = new Watcher();
  /** By name of the engine: the portal's way to it. */
  readonly proxies: Record<string, EngineProxy>;
  /** By name of the engine: the portal's way to it is disturbed. */
  readonly hidden = new Set<string>();
  /** Every verb that was accepted. */
  readonly #operations: string[] = [];
  /** Jobs that a person stopped: they must never run again. */
  readonly #stopped = new Map<string, number>();

  private constructor(
    /** By the name that the portal has for them. */
    readonly engines: Record<string, TestEngines>,
    readonly portals: HeadlessPortal[],
    readonly database: Row['database'],
    proxies: Record<string, EngineProxy>,
  ) {
    this.proxies = proxies;
    for (const [name, { endpoints }] of Object.entries(engines)) {
      const read = isZeta(name)
        ? zetaJobs(endpoints.seatunnelUrl!)
        : flinkJobs(endpoints.flinkRestUrl!);
      this.truth.watch(name, read, () => this.hidden.has(name));
    }
  }

  /** `replicas` portals on one database; engines called `zeta…` are SeaTunnel's, the others Flink's. */
  static async open(options: {
    engines: Record<string, TestEngines>;
    home: string;
    database?: object;
    replicas?: number;
  }): Promise<Lab> {
    const { engines, home, database, replicas = 1 } = options;
    const proxies: Record<string, EngineProxy> = {};
    const blocks: Record<string, object> = {};
    for (const [name, { endpoints }] of Object.entries(engines)) {
      if (isZeta(name)) {
        proxies[name] = await EngineProxy.to(endpoints.seatunnelUrl!);
        blocks[name] = { type: 'seatunnel-zeta', url: proxies[name].url };
      } else {
        proxies[name] = await EngineProxy.to(endpoints.flinkRestUrl!);
        blocks[name] = {
          type: 'flink-session',
          jobManagerUrl: proxies[name].url,
          sqlGatewayUrl: endpoints.sqlGatewayUrl,
          checkpointDirectory: endpoints.checkpointsDir,
          savepointDirectory: `file://${endpoints.savepointsDir}`,
        };
      }
    }
    const portals: HeadlessPortal[] = [];
    for (let i = 0; i < replicas; i += 1) {
      portals.push(
        new HeadlessPortal({
          home: join(home, `portal-${i}`),
          port: await freePort(),
          database,
          engines: blocks,
        }),
      );
    }
    const kind = database ? 'PostgreSQL' : 'SQLite';
    const lab = new Lab(engines, portals, kind, proxies);
    try {
      portals.forEach(portal => portal.prepareNext());
      for (const portal of portals) {
        await portal.up();
        lab.watcher.watch(portal);
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
    await this.#cancelAll();
    await Promise.all(this.portals.map(portal => portal.remove()));
    await Promise.all(Object.values(this.proxies).map(proxy => proxy.close()));
  }

  /** Makes a job and waits until it runs and is known to. */
  async running(name: string, spec: object): Promise<string> {
    await this.succeeded(await this.register(name, spec));
    return this.runs(name);
  }

  /** Makes a job and asks for it to be deployed; the id of the operation. */
  async register(name: string, spec: object): Promise<string> {
    const { operation } = await this.portal.api('data-jobs/jobs', {
      method: 'POST',
      body: JSON.stringify({ name, spec, deploy: true }),
    });
    this.#operations.push(operation.id);
    return operation.id;
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
    if (isForGood(verb)) {
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
    if (isForGood(verb)) {
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
    const names = readdirSync(this.engines.flink.endpoints.savepointsDir!);
    return names.filter(name => name.startsWith(prefix)).length;
  }

  /**
   * Makes a fault happen, looks on until all is settled, and judges what was
   * shown meanwhile. `cause` resolves when the fault is over and what should
   * come of it has come; it returns what is worth a note. Time counts from the
   * last change of the truth; from when `cause` calls `over`, if it does.
   */
  async fault(
    fault: string,
    jobs: string[],
    cause: (over: () => void) => Promise<string>,
  ): Promise<void> {
    const faultAt = Date.now();
    let overAt: number | undefined;
    let notes = '';
    let problem: unknown;
    try {
      notes = await cause(() => {
        overAt = Date.now();
      });
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
      overAt,
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
    process.stdout.write(
      `  ${fault}: right after ${verdict.secondsUntilRight} s; ${notes}\n`,
    );
  }

  /** Makes room for who comes next. */
  async #cancelAll(): Promise<void> {
    for (const [name, engines] of Object.entries(this.engines)) {
      const { endpoints } = engines;
      const jobs = [...(this.truth.last(name)?.jobs.values() ?? [])];
      for (const { id } of jobs.filter(job => job.isLive)) {
        const stopped = isZeta(name)
          ? fetch(`${endpoints.seatunnelUrl}/hazelcast/rest/maps/stop-job`, {
              method: 'POST',
              body: JSON.stringify({ jobId: id, isStopWithSavePoint: false }),
            })
          : cancelByHand(engines, id);
        await stopped.catch(() => undefined);
      }
    }
  }

  #nothingRestarted(): void {
    for (const [name, since] of this.#stopped) {
      for (const engine of Object.keys(this.engines)) {
        const mine = new Set(
          this.truth.incarnations(engine, name).map(job => job.id),
        );
        const live = this.truth
          .looks(engine, since + 2_000)
          .flatMap(({ jobs }) => [...jobs.values()])
          .find(job => mine.has(job.id) && job.isLive);
        assert.equal(live, undefined, `${name} was stopped, and runs again`);
      }
    }
  }

  async #nothingLost(): Promise<void> {
    const portal = this.portals.find(one => one.isAlive);
    for (const id of this.#operations) {
      const { state, verb } = await this.operation(id, portal);
      assert.ok(
        ['succeeded', 'failed'].includes(state),
        `The operation ${verb} (${id}) is still ${state}`,
      );
    }
  }
}

/** After it nothing of the job may run. */
function isForGood(verb: string): boolean {
  return ['stop', 'suspend', 'delete'].includes(verb);
}

function isZeta(name: string): boolean {
  return name.startsWith('zeta');
}
