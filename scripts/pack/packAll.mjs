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
  --existing      those that dist/packages has already
`;

/** Builds and packs every publishable package. Resolves to the exit code. */
export async function packAll(argv) {
  const { into, existing } = optionsOf(argv);
  const packages = publishable();
  const target = join(ROOT, 'dist/packages');
  if (!existing) await build(packages, target);
  const tarballs = existsSync(target) ? readdirSync(target) : [];
  if (tarballs.length !== packages.length) {
    fail(`There are ${packages.length} packages, and ${tarballs.length} tarballs in ${target}.`, 'Run npm run pack.');
  }
  process.stdout.write(`\n  ${tarballs.length} packages are in ${target}\n`);
  if (into) useIn(into, packages, target);
  return 0;
}

async function build(packages, target) {
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
}

function optionsOf(argv) {
  const options = { into: undefined, existing: false };
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--help') {
      process.stdout.write(HELP);
      process.exit(0);
    } else if (argv[i] === '--existing') options.existing = true;
    else if (argv[i] === '--into' && argv[i + 1]) options.into = resolve(argv[++i]);
    else fail(`Unknown option: ${argv.slice(i).join(' ')}`, 'npm run pack -- --help lists them.');
  }
  return options;
}

/** A pack that was killed leaves the manifest as it is published. */
function needTidy({ folder }) {
  const backup = join(folder, 'package.json-prepack');
  if (existsSync(backup)) {
    fail(`${backup} is left of a pack that was interrupted.`, `Run \`yarn postpack\` in ${folder}, and try again.`);
  }
}
