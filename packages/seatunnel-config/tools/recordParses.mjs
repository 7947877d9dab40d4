// Records what SeaTunnel's own parser makes of src/__fixtures__/hocon/*.conf,
// for the tests of ours. Needs mvn and a JDK on the PATH.
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mavenJars } from './mavenJars.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const fixtures = join(here, '../src/__fixtures__/hocon');
const { seatunnel } = JSON.parse(
  readFileSync(join(here, 'connectors.json'), 'utf8'),
);
const work = mkdtempSync(join(tmpdir(), 'seatunnel-parses-'));

try {
  const jars = mavenJars(work, 'parser', seatunnel, [
    { artifact: 'seatunnel-config-shade', alone: true },
    { artifact: 'seatunnel-config-base', alone: true },
  ]);
  const names = readdirSync(fixtures)
    .filter(name => name.endsWith('.conf'))
    .sort();
  const lines = execFileSync(
    'java',
    [
      '-cp',
      jars.join(delimiter),
      join(here, 'ParseJobs.java'),
      ...names.map(name => join(fixtures, name)),
    ],
    { encoding: 'utf8' },
  )
    .trimEnd()
    .split('\n');
  const record = names.map((name, i) => `${name}\t${lines[i]}\n`);
  writeFileSync(join(fixtures, 'parsed-by-seatunnel.txt'), record.join(''));
} finally {
  rmSync(work, { recursive: true, force: true });
}
