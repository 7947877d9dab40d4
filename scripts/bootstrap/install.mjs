import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { installFailure, registryFailure } from './installFailure.mjs';
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
  const { env, unreachable } = await yarnEnvironment();
  const cache = spawnSync(process.execPath, [YARN, 'config', 'get', 'cacheFolder'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  }).stdout?.trim();
  if (unreachable && folderBytes(cache) === 0) fail(...registryFailure(env.YARN_NPM_REGISTRY_SERVER, unreachable));
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
  if (code !== 0) fail(...installFailure(output, env.YARN_NPM_REGISTRY_SERVER));
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
export async function yarnEnvironment() {
  const env = { ...process.env };
  if (!env.YARN_NPM_REGISTRY_SERVER) {
    const npm = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' });
    const registry = npm.stdout?.trim().replace(/\/$/, '');
    if (registry?.startsWith('http')) env.YARN_NPM_REGISTRY_SERVER = registry;
  }
  // npm takes a registry without TLS as it is, Yarn only when it is named.
  const registry = URL.canParse(env.YARN_NPM_REGISTRY_SERVER) && new URL(env.YARN_NPM_REGISTRY_SERVER);
  if (registry && registry.protocol === 'http:') env.YARN_UNSAFE_HTTP_WHITELIST ??= registry.hostname;
  const unreachable = registry && !behindProxy(env) ? await whyNot(registry) : undefined;
  // Yarn would try each of its thousands of requests again: minutes, when everything may be in its cache already.
  if (unreachable) env.YARN_HTTP_RETRY ??= '0';
  return { env, unreachable };
}

function behindProxy(env) {
  return Object.keys(env).some(name => /^(yarn_|npm_config_)?https?_?proxy$/i.test(name) && env[name]);
}

/** Why an address cannot be reached, as a short code; undefined when anything answers. */
async function whyNot(registry) {
  const address = new URL(registry);
  // fetch refuses credentials in an address; a 401 is an answer too.
  address.username = '';
  address.password = '';
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    return undefined;
  } catch (error) {
    return error.cause?.code ?? error.cause?.message ?? error.message;
  }
}
