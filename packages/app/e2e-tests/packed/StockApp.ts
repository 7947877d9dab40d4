import { ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../portal';
import { VERSIONS_OF_1_55 } from './release';

const requireFromRoot = createRequire(join(ROOT, 'package.json'));

/**
 * An app as `@backstage/create-app` makes it, on release 1.55, with the app of
 * the old front-end system beside it in `packages/app-legacy`.
 */
export class StockApp {
  private backend?: ChildProcess;
  private output = '';

  private constructor(readonly folder: string) {}

  static async create(): Promise<StockApp> {
    const base = realpathSync(mkdtempSync(join(tmpdir(), 'datalark-packed-')));
    const app = new StockApp(join(base, 'portal'));
    const old = join(base, 'old');
    await app.createApp(app.folder, []);
    await app.createApp(old, ['--legacy']);
    renameSync(join(old, 'packages/app'), app.path('packages/app-legacy'));
    rmSync(old, { recursive: true });
    app.bringUpToDate();
    return app;
  }

  path(file: string) {
    return join(this.folder, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string) {
    writeFileSync(this.path(file), text);
  }

  /** Changes a file; ends the test when there is nothing of the kind in it. */
  edit(file: string, place: string | RegExp, text: string) {
    const before = this.read(file);
    const after = before.replace(place, () => text);
    if (before === after) throw new Error(`${file} has no ${place}`);
    this.write(file, after);
  }

  /** Yarn, as it comes with the app. */
  async yarn(...args: string[]): Promise<void> {
    await this.node([this.path('.yarn/releases/yarn-4.13.0.cjs'), ...args], {
      // What is native was built for the checkout; see `lendNativeParts`.
      YARN_ENABLE_SCRIPTS: 'false',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    });
  }

  /** Writes `name@range` into a package, for the next install. */
  declare(folder: string, packages: string[]) {
    const dependencies = Object.fromEntries(
      packages.map(each => {
        const at = each.lastIndexOf('@');
        return [each.slice(0, at), each.slice(at + 1)];
      }),
    );
    this.change(`packages/${folder}/package.json`, manifest => ({
      ...manifest,
      dependencies: { ...manifest.dependencies, ...dependencies },
    }));
  }

  /** A program under this Node; rejects with all it said when it fails. */
  async node(args: string[], env: NodeJS.ProcessEnv = {}, cwd = this.folder) {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', data => (output += data));
    child.stderr.on('data', data => (output += data));
    const code = await new Promise(done => child.once('close', done));
    if (code !== 0) throw new Error(`${args.join(' ')}:\n${output}`);
  }

  /** Compiling takes minutes; the very same version was compiled for the checkout. */
  lendNativeParts() {
    const from = dirname(
      requireFromRoot.resolve('better-sqlite3/package.json'),
    );
    const to = this.path('node_modules/better-sqlite3');
    cpSync(join(from, 'build'), join(to, 'build'), { recursive: true });
  }

  async start(port: number, configs: string[], env: NodeJS.ProcessEnv) {
    this.output = '';
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(ROOT, 'scripts/bootstrap/exitWithParent.cjs'),
        '--require',
        this.path('node_modules/@backstage/cli/config/nodeTransform.cjs'),
        'src/index.ts',
        ...configs.flatMap(file => ['--config', this.path(file)]),
      ],
      {
        cwd: this.path('packages/backend'),
        env: { ...process.env, NODE_ENV: 'development', ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.backend = child;
    child.stdout!.on('data', data => (this.output += data));
    child.stderr!.on('data', data => (this.output += data));
    const deadline = Date.now() + 180_000;
    for (;;) {
      const answer = await fetch(
        `http://localhost:${port}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (answer?.ok) return;
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`The back end did not get ready:\n${this.output}`);
      }
      await pause(500);
    }
  }

  async stop(): Promise<void> {
    const child = this.backend;
    this.backend = undefined;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGTERM');
    await new Promise(done => child.once('exit', done));
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }

  private async createApp(folder: string, options: string[]) {
    mkdirSync(folder, { recursive: true });
    const command = join(ROOT, 'node_modules/.bin/backstage-create-app');
    await this.node(
      [command, '--skip-install', '--path', '.', ...options],
      { BACKSTAGE_APP_NAME: 'portal' },
      folder,
    );
  }

  /** What `backstage-cli versions:bump` would do; create-app itself makes a 1.52. */
  private bringUpToDate() {
    const ours = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const name of ['app', 'app-legacy', 'backend']) {
      this.change(`packages/${name}/package.json`, manifest => ({
        ...bumped(manifest),
        name,
      }));
    }
    this.change('package.json', manifest => ({
      ...bumped(manifest),
      resolutions: ours.resolutions,
      dependenciesMeta: ours.dependenciesMeta,
    }));
    // A mirror may not say how old its packages are.
    this.write(
      '.yarnrc.yml',
      this.read('.yarnrc.yml').replace(/^npmMin.*\n/m, ''),
    );
    // create-app would take Backstage's own from the network, for the same reason: versions that fit.
    copyFileSync(join(ROOT, 'yarn.lock'), this.path('yarn.lock'));
  }

  private change(file: string, how: (manifest: any) => unknown) {
    this.write(file, JSON.stringify(how(JSON.parse(this.read(file))), null, 2));
  }
}

function bumped(manifest: any) {
  const bump = (dependencies: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries(dependencies).map(([name, range]) => [
        name,
        name.startsWith('@backstage/') ? `^${versionOf(name)}` : range,
      ]),
    );
  return {
    ...manifest,
    dependencies: bump(manifest.dependencies),
    devDependencies: bump(manifest.devDependencies),
  };
}

function versionOf(name: string): string {
  const known = VERSIONS_OF_1_55[name];
  if (known) return known;
  const file = join(ROOT, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
