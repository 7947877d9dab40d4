import { ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const TRANSFORM = createRequire(join(ROOT, 'package.json')).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/** What all replicas of a portal have in common. */
export type Deployment = {
  /** For the log and the configuration of each. */
  home: string;
  /** The variables that app-config.production.yaml names. */
  environment: Record<string, string | undefined>;
  /** Laid over app-config.production.yaml, as an operator does. */
  config: Record<string, unknown>;
};

/** One back end of packages/backend with the production configuration as it is in the repository. */
export class Replica {
  #child?: ChildProcess;

  constructor(
    private readonly deployment: Deployment,
    private readonly port: number,
    /** Of `backend.auth.externalAccess`. */
    private readonly token: string,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  start(): void {
    const { home, environment, config } = this.deployment;
    const folder = join(home, `replica-${this.port}`);
    mkdirSync(folder, { recursive: true });
    const own = join(folder, 'app-config.json');
    // Each has an address of its own only because both are on one machine.
    const listen = { host: '127.0.0.1', port: this.port };
    const backend = { ...(config.backend as object), listen };
    writeFileSync(own, JSON.stringify({ ...config, backend }));
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(ROOT, 'scripts/bootstrap/exitWithParent.cjs'),
        '--require',
        TRANSFORM,
        'src/index.ts',
        ...[
          join(ROOT, 'app-config.yaml'),
          join(ROOT, 'app-config.production.yaml'),
          own,
        ].flatMap(file => ['--config', file]),
      ],
      {
        cwd: join(ROOT, 'packages/backend'),
        env: { ...process.env, ...environment, NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const log = createWriteStream(join(folder, 'portal.log'));
    child.stdout!.pipe(log);
    child.stderr!.pipe(log);
    this.#child = child;
  }

  /** As an orchestrator asks; the HTTP status, 0 when nothing answers. */
  async readiness(): Promise<number> {
    const child = this.#child!;
    if (child.exitCode !== null) {
      throw new Error(`The replica at ${this.url} ended (${child.exitCode}).`);
    }
    return (await this.ask('/.backstage/health/v1/readiness')).status;
  }

  /** Any request, without a token unless one is given. */
  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      signal: AbortSignal.timeout(30_000),
      ...init,
    });
  }

  /** A call to the API with the service's token; rejects when the answer is not 2xx. */
  async api<T = any>(path: string, body?: object): Promise<T> {
    const answer = await this.ask(`/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${this.token}`,
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** A rollout ends the old ones in order; resolves to the exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode) {
      return child?.exitCode ?? null;
    }
    const ended = new Promise<number | null>(done => {
      child.once('exit', done);
    });
    child.kill(signal);
    return ended;
  }
}
