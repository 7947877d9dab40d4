import { ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@datalark/local-engines';
import { guestToken } from './guestToken';

export const ROOT = resolve(__dirname, '../../..');

/** Where screenshots and logs of the browser tests are kept. */
export const ARTIFACTS = join(ROOT, 'artifacts/browser');

/** The portal as a user starts it, in a folder of its own. */
export class Portal {
  private child?: ChildProcess;
  output = '';

  private constructor(
    readonly home: string,
    readonly port: number,
    private readonly args: string[],
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get url() {
    return `http://localhost:${this.port}`;
  }

  /**
   * Starts it and waits until it says that it is ready. With DATALARK_PORTAL
   * (`PORT:HOME`) the one that runs there is used, and left running.
   */
  static async start(args: string[] = []): Promise<Portal> {
    mkdirSync(ARTIFACTS, { recursive: true });
    const running = process.env.DATALARK_PORTAL?.match(/^(\d+):(.+)$/);
    if (running) {
      return new Portal(running[2], Number(running[1]), args, process.env);
    }
    return Portal.startOwn(args);
  }

  /** Starts one in any case, e.g. in another environment. */
  static async startOwn(
    args: string[] = [],
    env: NodeJS.ProcessEnv = process.env,
  ): Promise<Portal> {
    const home = mkdtempSync(join(tmpdir(), 'datalark-e2e-'));
    const portal = new Portal(home, await freePort(), args, env);
    await portal.up();
    return portal;
  }

  async up(timeoutMs = 240_000): Promise<void> {
    this.output = '';
    const child = spawn(
      process.execPath,
      [
        join(ROOT, 'scripts/start.mjs'),
        '--port',
        String(this.port),
        '--home',
        this.home,
        ...this.args,
      ],
      { cwd: ROOT, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    child.stdout!.on('data', data => (this.output += data));
    child.stderr!.on('data', data => (this.output += data));
    const deadline = Date.now() + timeoutMs;
    while (!this.output.includes('Datalark is ready')) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(
          `The portal did not get ready:\n${this.output}\n${this.log()}`,
        );
      }
      await pause(200);
    }
  }

  /** Ctrl-C; resolves to the exit code. */
  async down(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const child = this.child!;
    if (child.exitCode !== null) return child.exitCode;
    child.kill(signal);
    return new Promise(done => child.once('exit', code => done(code)));
  }

  async remove(): Promise<void> {
    if (!this.child) return;
    await this.down();
    rmSync(this.home, { recursive: true, force: true });
  }

  log(): string {
    try {
      return readFileSync(join(this.home, 'logs/portal.log'), 'utf8');
    } catch {
      return '';
    }
  }

  /** A guest's token, as the page gets it. */
  token(): Promise<string> {
    return guestToken(this.url);
  }

  /** A call to the API as guest; rejects when the answer is not 2xx. */
  async api<T = any>(path: string, init: RequestInit = {}): Promise<T> {
    const answer = await fetch(`${this.url}/api/${path}`, {
      ...init,
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${await this.token()}`,
        ...init.headers,
      },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
