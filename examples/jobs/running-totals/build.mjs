// Compiles the program against the jars of a Flink and packs it.
//   node build.mjs <folder with Flink's jars> <where to write the jar>
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [lib, output] = process.argv.slice(2);
if (!lib || !output) {
  process.stderr.write(
    'Usage: node build.mjs <folder with the jars of Flink> <where to write the jar>\n',
  );
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const classes = mkdtempSync(join(tmpdir(), 'running-totals-'));
const run = (command, ...args) =>
  execFileSync(command, args, { stdio: 'inherit' });
try {
  mkdirSync(dirname(resolve(output)), { recursive: true });
  run(
    'javac',
    ...['--release', '11', '-cp', join(resolve(lib), '*'), '-d', classes],
    join(here, 'src/io/datalark/examples/RunningTotals.java'),
  );
  run('jar', '--create', '--file', resolve(output), '-C', classes, '.');
} finally {
  rmSync(classes, { recursive: true, force: true });
}
