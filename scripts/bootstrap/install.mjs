import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { folderBytes } from './folderBytes.mjs';
import { needDisk } from './disk.mjs';
import { ROOT } from './paths.mjs';
import { Progress } from './progress.mjs';

// Measured on Linux; they only serve the estimate of the time left.
const CACHE_BYTES = 1_390e6;
const TREE_BYTES = 1_450e6;

const YARN = join(ROOT, '.yarn/releases/yarn-4.13.0.cjs');
const STAMP = join(ROOT, 'node_modules/.datalark-install');

/** Installs the dependencies of the lockfile, unless they are there already. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  needDisk(ROOT, 2600, 'the dependencies');
  const env = yarnEnvironment();
  const cache = spawnSync(process.execPath, [YARN, 'config', 'get', 'cacheFolder'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  }).stdout?.trim();
  process.stdout.write('Installing dependencies (the first time only)\n');
  let progress = new Progress('Packages', CACHE_BYTES);
  let linking = false;
  let output = '';
  const yarn = spawn(process.execPath, [YARN, 'install', '--immutable'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const listen = data => {
    output += data;
    if (!linking && output.includes('Link step')) {
      linking = true;
      progress.done();
      progress = new Progress('Unpacking and building', TREE_BYTES);
    }
  };
  yarn.stdout.on('data', listen);
  yarn.stderr.on('data', listen);
  const timer = setInterval(
    () => progress.at(folderBytes(linking ? join(ROOT, 'node_modules') : cache)),
    3000,
  );
  const code = await new Promise(resolve => yarn.on('close', resolve));
  clearInterval(timer);
  if (code !== 0) fail(...explain(output));
  progress.done();
  writeFileSync(STAMP, wanted);
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  hash.update(readFileSync(join(ROOT, 'yarn.lock')));
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(join(ROOT, folder)).sort()) {
      const file = join(ROOT, folder, name, 'package.json');
      if (existsSync(file)) hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Yarn does not read npm's settings; a company's registry stands there. */
function yarnEnvironment() {
  const env = { ...process.env };
  if (!env.YARN_NPM_REGISTRY_SERVER) {
    const npm = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' });
    const registry = npm.stdout?.trim().replace(/\/$/, '');
    if (registry?.startsWith('http')) env.YARN_NPM_REGISTRY_SERVER = registry;
  }
  return env;
}

function explain(output) {
  const line = output
    .split('\n')
    .find(each => /YN0001|YN0009|YN0035|YN0028|YN0027|ENOSPC|Error:/.test(each))
    ?.replace(/^➤ YN\d+: [│└┌ ]*/, '')
    .trim();
  const what = `The dependencies could not be installed: ${line ?? 'yarn ended with an error.'}`;
  if (/ENOSPC/.test(output)) {
    return ['The disk is full.', 'Free at least 3 GB and run the same command again; it goes on where it stopped.'];
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|RequestError|ERR_NON_2XX|Response Code/.test(output)) {
    return [what, 'Check the network and npm\'s registry and proxy settings (npm config list), then run the same command again.'];
  }
  if (/better-sqlite3/.test(output)) {
    return [what, 'better-sqlite3 is built here: install Python 3, make and a C++ compiler, then run the same command again.'];
  }
  if (/YN0028/.test(output)) {
    return [what, 'A package.json was changed without the lockfile: run `node .yarn/releases/yarn-4.13.0.cjs install`.'];
  }
  const log = join(ROOT, 'install-failure.log');
  writeFileSync(log, output);
  return [what, `The whole output is in ${log}.`];
}
