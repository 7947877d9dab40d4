import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { folderBytes } from './folderBytes.mjs';
import { needDisk } from './disk.mjs';
import { CACHE } from './paths.mjs';
import { Progress } from './progress.mjs';

// 24 is left out on purpose: better-sqlite3 12 crashed on it here.
const FITTING_MAJOR = 22;
const OWN_VERSION = '22.23.3';
const OWN_BYTES = 187e6;

/** Backstage needs this major; what needs less says so by a `fits` of its own. */
function fitsBackstage() {
  return Number(process.versions.node.split('.')[0]) === FITTING_MAJOR;
}

/**
 * Runs this very script again under a Node that fits, when the present one does
 * not; Node then comes from the npm package `node-<platform>-<arch>`, which
 * holds the binary and its headers. Returns only under a fitting Node. What is
 * said on the way goes to stderr: stdout belongs to the script's result.
 */
export async function ensureNode(script, fits = fitsBackstage) {
  if (fits()) {
    useHeadersBeside(process.execPath);
    return;
  }
  const own = await ownNode();
  const child = spawn(own.binary, [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(own.folder, 'bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
      npm_config_nodedir: own.folder,
    },
  });
  // The terminal sends Ctrl-C to the child too: wait for its tidy end.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => name !== 'SIGINT' && child.kill(name));
  }
  const code = await new Promise(resolve =>
    child.on('exit', (exit, signal) => resolve(exit ?? (signal ? 130 : 1))),
  );
  process.exit(code);
}

function useHeadersBeside(execPath) {
  const folder = join(execPath, '..', '..');
  if (existsSync(join(folder, 'include', 'node', 'node.h'))) {
    process.env.npm_config_nodedir = folder;
  }
}

async function ownNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const target = join(CACHE, 'node', OWN_VERSION);
  const folder = join(target, 'node_modules', name);
  const binary = join(folder, 'bin', 'node');
  if (!existsSync(binary)) {
    process.stderr.write(
      `Node ${process.versions.node} does not fit (Datalark needs ${FITTING_MAJOR}): fetching Node ${OWN_VERSION} for Datalark alone.\n`,
    );
    needDisk(join(CACHE, 'node'), 300, `Node ${OWN_VERSION}`);
    const part = `${target}.part-${process.pid}`;
    mkdirSync(part, { recursive: true });
    const progress = new Progress(`Node ${OWN_VERSION}`, OWN_BYTES, process.stderr);
    const timer = setInterval(() => progress.at(folderBytes(part)), 500);
    const { code, output } = await npmInstall(part, `${name}@${OWN_VERSION}`);
    clearInterval(timer);
    if (code !== 0 || !existsSync(join(part, 'node_modules', name, 'bin', 'node'))) {
      rmSync(part, { recursive: true, force: true });
      fail(
        `Node ${OWN_VERSION} could not be fetched from your npm registry: ${lastLine(output)}`,
        `Check the network and npm's registry and proxy settings (npm config list), or install Node ${FITTING_MAJOR} yourself.`,
      );
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(part, target);
    progress.done();
  }
  const check = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  if (check.status !== 0) {
    fail(
      `Datalark's own Node in ${folder} does not start.`,
      `Remove that folder and try again, or install Node ${FITTING_MAJOR} yourself.`,
    );
  }
  return { folder, binary };
}

function npmInstall(prefix, spec) {
  return new Promise(resolve => {
    const npm = spawn(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['install', '--prefix', prefix, '--no-audit', '--no-fund', '--no-save', spec],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    npm.stdout.on('data', data => (output += data));
    npm.stderr.on('data', data => (output += data));
    npm.on('error', error => resolve({ code: 1, output: error.message }));
    npm.on('close', code => resolve({ code, output }));
  });
}

function lastLine(output) {
  const errors = output.split('\n').filter(line => /npm err|npm error/i.test(line));
  return (errors[0] ?? output.trim().split('\n').at(-1) ?? '').replace(/^npm (err!?|error) ?/i, '');
}
