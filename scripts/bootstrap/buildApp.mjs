import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { ROOT } from './paths.mjs';
import { Progress } from './progress.mjs';

const STAMP = join(ROOT, 'packages/app/dist/.datalark-build');

/** Builds the page, unless it is there already for exactly these sources. */
export async function ensureAppBuilt() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  const progress = new Progress('Building the page (the first time and after a change)');
  const build = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli'), 'package', 'build'],
    {
      cwd: join(ROOT, 'packages/app'),
      env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=3072' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  build.stdout.on('data', data => (output += data));
  build.stderr.on('data', data => (output += data));
  process.stdout.write('  Building the page (about 30 s)\n');
  const code = await new Promise(resolve => build.on('close', resolve));
  if (code !== 0) {
    fail(
      `The page could not be built:\n${output.trim().split('\n').slice(-15).join('\n')}`,
      'This is a fault in the checkout; `git status` shows local changes.',
    );
  }
  writeFileSync(STAMP, wanted);
  progress.done();
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'yarn.lock')));
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(join(ROOT, folder)).sort()) {
      const base = join(ROOT, folder, name);
      const manifest = join(base, 'package.json');
      if (!existsSync(manifest)) continue;
      const { role } = JSON.parse(readFileSync(manifest, 'utf8')).backstage ?? {};
      if (/^(backend|node)/.test(role ?? '')) continue;
      addFolder(hash, base);
    }
  }
  return hash.digest('hex');
}

function addFolder(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['node_modules', 'dist', 'dist-types', 'e2e-tests'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else if (!/\.test\.tsx?$/.test(entry.name) && statSync(path).isFile()) {
      hash.update(path.slice(ROOT.length)).update(readFileSync(path));
    }
  }
}
