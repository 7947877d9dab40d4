import { ChildProcess, spawn } from 'node:child_process';
import {
  createWriteStream,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(__dirname, '../../../..');
const TRANSFORM = createRequire(join(ROOT, 'package.json')).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/** Where a verb comes to a halt. */
export type Halt = {
  job: string;
  /** Or how its name begins. */
  step: string;
  /** `begun`: written down, nothing done. `telling`, `told`: the engine is, or was, told. `done`: all but written down. */
  moment: 'begun' | 'telling' | 'told' | 'done';
};

/** What a portal is made of; several of them may share a database. */
export type PortalOptions = {
  /** For its configuration, its log and, by default, its database. */
  home: string;
  port: number;
  /** `dataJobs.engines`. */
  engines: Record<string, object>;
  /** `backend.database`; default: SQLite below `home`. */
  database?: object;
};

/** Resolves when a process has everything loaded. */
const loading = new WeakMap<ChildProcess, Promise<void>>();

/** The framework sends messages of its own, too. */
function said(child: ChildProcess, what: string): Promise<void> {
  return new Promise((done, failed) => {
    const hear = (message: any) => {
      if (message?.fault !== what) return;
      child.off('message', hear);
      done();
    };
    child.on('message', hear);
    child.once('exit', code =>
      failed(new Error(`The portal's process ended (code ${code}).`)),
    );
  });
}

/** The back end of a portal as a process that can be killed, frozen and replaced. */
export class HeadlessPortal {
  #child?: ChildProcess;
  #spare?: ChildProcess;
  #token = '';

  constructor(readonly options: PortalOptions) {}

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** Starts it, or the next one after a death, and waits until it answers. */
  async up(): Promise<void> {
    await this.go();
    await this.answers();
  }

  /** Starts it without waiting for an answer. */
  async go(): Promise<void> {
    const child = this.#spare ?? this.#spawn();
    this.#spare = undefined;
    this.#child = child;
    await loading.get(child);
    await this.#tell({ go: true });
  }

  /** Loads the one that is to come after this one, so that it starts at once. */
  prepareNext(): void {
    this.#spare ??= this.#spawn();
  }

  async answers(): Promise<void> {
    const deadline = Date.now() + 180_000;
    for (;;) {
      try {
        await this.api('data-jobs/jobs?limit=1');
        return;
      } catch (error) {
        if (!this.isAlive || Date.now() > deadline) {
          throw new Error(
            `The portal does not answer (${error}); see ${this.options.home}/portal.log`,
          );
        }
        await pause(200);
      }
    }
  }

  get isAlive(): boolean {
    const child = this.#child;
    return child?.exitCode === null && child.signalCode === null;
  }

  /** Resolves when it is dead. */
  async dies(timeoutMs = 60_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (this.isAlive) {
      if (Date.now() > deadline) throw new Error('The portal did not die.');
      await pause(20);
    }
  }

  /** Resolves when it is frozen. */
  async freezes(timeoutMs = 60_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const file = `/proc/${this.#child!.pid}/status`;
    while (!/^State:\s+T/m.test(readFileSync(file, 'utf8'))) {
      if (Date.now() > deadline) throw new Error('The portal did not freeze.');
      await pause(20);
    }
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.dies();
  }

  signal(name: NodeJS.Signals): void {
    this.#child!.kill(name);
  }

  /** Gets the signal when the verbs of all these jobs have come to their halts, and were `accepted`. */
  endAt(halts: Halt[], signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    return this.#tell({ halts, signal });
  }

  /** All verbs were accepted: whoever asked has heard it. */
  accepted(): Promise<void> {
    return this.#tell({ accepted: true });
  }

  moveClock(clockOffset: number): Promise<void> {
    return this.#tell({ clockOffset });
  }

  async remove(): Promise<void> {
    for (const child of [this.#child, this.#spare]) child?.kill('SIGKILL');
  }

  /** A call as guest; rejects when the answer is not 2xx. */
  async api<T = any>(path: string, init: RequestInit = {}): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      if (!this.#token || tries) await this.#signIn();
      const answer = await fetch(`${this.url}/api/${path}`, {
        signal: AbortSignal.timeout(60_000),
        ...init,
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${this.#token}`,
        },
      });
      const text = await answer.text();
      if (answer.status === 401 && !tries) continue;
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
      return (text ? JSON.parse(text) : undefined) as T;
    }
  }

  async #signIn(): Promise<void> {
    const answer = await fetch(`${this.url}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      signal: AbortSignal.timeout(60_000),
    });
    const body = (await answer.json()) as any;
    this.#token = body.backstageIdentity.token;
  }

  async #tell(fault: object): Promise<void> {
    const child = this.#child!;
    const heard = said(child, 'done');
    child.send({ fault });
    await heard;
  }

  #spawn(): ChildProcess {
    const { home, port, engines, database } = this.options;
    mkdirSync(home, { recursive: true });
    const baseUrl = this.url;
    const config = join(home, 'app-config.json');
    writeFileSync(
      config,
      JSON.stringify({
        app: { title: 'Faults', baseUrl, packages: 'all' },
        organization: { name: 'Faults' },
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          database: database ?? {
            client: 'better-sqlite3',
            connection: { directory: join(home, 'db') },
          },
        },
        auth: { providers: { guest: { userEntityRef: 'user:default/guest' } } },
        permission: { enabled: true },
        catalog: {
          rules: [{ allow: ['DataJob', 'User', 'Group', 'Location'] }],
          locations: [],
          processingInterval: { minutes: 10 },
        },
        dataJobs: {
          jarStore: { directory: join(home, 'jars') },
          // As many verbs as may be halted at once.
          operations: { concurrencyPerEngine: 12 },
          engines,
        },
      }),
    );
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(ROOT, 'scripts/bootstrap/exitWithParent.cjs'),
        '--require',
        TRANSFORM,
        join(__dirname, 'portalProcess.cjs'),
        '--config',
        config,
      ],
      {
        cwd: join(ROOT, 'packages/backend'),
        env: {
          ...process.env,
          NODE_ENV: 'development',
          NODE_COMPILE_CACHE: join(home, '../compiled'),
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const log = createWriteStream(join(home, 'portal.log'), { flags: 'a' });
    child.stdout!.pipe(log);
    child.stderr!.pipe(log);
    const loads = said(child, 'loaded');
    loads.catch(() => undefined);
    loading.set(child, loads);
    return child;
  }
}
