import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail } from '../bootstrap/fail.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { quietly } from './quietly.mjs';
import { useIn } from './useIn.mjs';
import { publishable } from './publishable.mjs';

const CLI = join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const YARN = join(ROOT, '.yarn/releases/yarn-4.13.0.cjs');

const HELP = `npm run pack -- [options]

  --into FOLDER   put the packages into this Backstage app too, and let it resolve them from there
`;

/** Builds and packs every publishable package. Resolves to the exit code. */
export async function packAll(argv) {
  const into = optionsOf(argv);
  const packages = publishable();
  const target = join(ROOT, 'dist/packages');
  packages.forEach(needTidy);
  await quietly('Types', [TSC]);
  await quietly('Packages', [CLI, 'repo', 'build']);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const waiting = [...packages];
  const packing = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      await quietly(each.name, [YARN, 'pack', '--out', join(target, '%s-%v.tgz')], { cwd: each.folder });
    }
  };
  await Promise.all([packing(), packing()]);
  const tarballs = readdirSync(target).sort();
  if (tarballs.length !== packages.length) {
    fail(`${packages.length} packages gave ${tarballs.length} tarballs in ${target}.`, 'Empty that folder and try again.');
  }
  process.stdout.write(`\n  ${tarballs.length} packages are in ${target}\n`);
  if (into) useIn(into, packages, target);
  return 0;
}

function optionsOf(argv) {
  if (argv.includes('--help')) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  if (!argv.length) return undefined;
  const [flag, folder, ...rest] = argv;
  if (flag !== '--into' || !folder || rest.length) fail(`Unknown options: ${argv.join(' ')}`, 'npm run pack -- --help lists them.');
  return resolve(folder);
}

/** A pack that was killed leaves the manifest as it is published. */
function needTidy({ folder }) {
  const backup = join(folder, 'package.json-prepack');
  if (existsSync(backup)) {
    fail(`${backup} is left of a pack that was interrupted.`, `Run \`yarn postpack\` in ${folder}, and try again.`);
  }
}
