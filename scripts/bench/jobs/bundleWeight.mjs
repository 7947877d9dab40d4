import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureAppBuilt } from '../../bootstrap/buildApp.mjs';
import { ROOT } from '../../bootstrap/paths.mjs';

const APP = join(ROOT, 'packages/app');
const DIST = join(APP, 'dist');

/** What Datalark adds to the JavaScript that a page loads first, gzipped: the app built without and with its plugins. */
export async function bundleWeight(home) {
  const { dependencies } = JSON.parse(readFileSync(join(APP, 'package.json'), 'utf8'));
  const ours = Object.keys(dependencies).filter(name => name.startsWith('@datalark/'));
  const config = join(home, 'without.json');
  writeFileSync(config, JSON.stringify({ app: { title: 'Bench', baseUrl: 'http://localhost:7007', packages: { exclude: ours } }, backend: { baseUrl: 'http://localhost:7007' } }));
  rmSync(join(DIST, '.datalark-build'), { force: true });
  const built = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli'), 'package', 'build', '--config', config],
    { cwd: APP, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=3072' } },
  );
  if (built.status !== 0) throw new Error(`The app without plugins could not be built:\n${built.stdout}\n${built.stderr}`);
  const without = initialBytes();
  rmSync(join(DIST, '.datalark-build'), { force: true });
  await ensureAppBuilt();
  return { withoutKb: without / 1000, withKb: initialBytes() / 1000, addedKb: (initialBytes() - without) / 1000, lazyKb: allBytes() / 1000 };
}

function initialBytes() {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  return [...html.matchAll(/<script[^>]*\ssrc="[^"]*?(static\/[^"]+\.js)"/g)]
    .map(([, path]) => gzipSync(readFileSync(join(DIST, path))).length)
    .reduce((a, b) => a + b, 0);
}

function allBytes() {
  return readdirSync(join(DIST, 'static'), { recursive: true })
    .filter(name => String(name).endsWith('.js'))
    .map(name => gzipSync(readFileSync(join(DIST, 'static', String(name)))).length)
    .reduce((a, b) => a + b, 0);
}
