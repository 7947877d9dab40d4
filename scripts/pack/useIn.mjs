import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail } from '../bootstrap/fail.mjs';

/** Where the packages are inside the app: its own folder, so that the app builds on other machines too. */
const FOLDER = 'vendor/datalark';

/**
 * Copies the tarballs into a Backstage app and makes it resolve our names to
 * them; the packages name each other, so every one needs a resolution.
 */
export function useIn(app, packages, tarballs) {
  const manifestFile = join(app, 'package.json');
  const manifest = existsSync(manifestFile) && JSON.parse(readFileSync(manifestFile, 'utf8'));
  if (!manifest?.workspaces) {
    fail(`${app} is not the root of a Backstage app: it has no package.json with workspaces.`, 'Give the folder that create-app made.');
  }
  const target = join(app, FOLDER);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(tarballs)) copyFileSync(join(tarballs, file), join(target, file));
  manifest.resolutions = { ...manifest.resolutions };
  for (const { name, version } of packages) {
    const file = `${name.replace('/', '-')}-${version}.tgz`;
    if (!existsSync(join(target, file))) fail(`${file} is missing in ${tarballs}.`, 'Run npm run pack again.');
    manifest.resolutions[name] = `file:./${FOLDER}/${file}`;
  }
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  process.stdout.write(`  ${basename(app)} takes them from ${FOLDER}: see resolutions in its package.json\n`);
}
