import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { postgresFolder } from './postgresBinaries';
import { isReachable, openHomeOf, postgresUser } from './postgresUser';
import { removeEngines } from './removeEngines';
import { temporaryFolder } from './testing/temporaryFolder';

const root = temporaryFolder();
const isRoot = process.getuid?.() === 0;

it('isReachable looks at every folder on the way', () => {
  const inner = join(root, 'closed', 'inner');
  mkdirSync(inner, { recursive: true });
  chmodSync(root, 0o755);
  expect(isReachable(inner)).toBe(true);
  chmodSync(join(root, 'closed'), 0o700);
  expect(isReachable(inner)).toBe(false);
});

describe('postgresFolder', () => {
  const user = { name: 'nobody', uid: 1, gid: 1, home: join(root, 'home') };

  it('is the installed package where everybody can reach it', () => {
    const installed = postgresFolder(undefined);
    expect(existsSync(join(installed, 'bin', 'initdb'))).toBe(true);
  });

  it('is a copy, made once, when the other user cannot reach the package', () => {
    const packaged = join(root, 'private', 'native');
    mkdirSync(join(packaged, 'bin'), { recursive: true });
    writeFileSync(join(packaged, 'bin', 'postgres'), 'binary');
    symlinkSync('postgres', join(packaged, 'bin', 'postmaster'));
    chmodSync(join(root, 'private'), 0o700);
    const copy = postgresFolder(user, packaged);
    expect(copy).toBe(join(user.home, 'postgres-18.4'));
    expect(readlinkSync(join(copy, 'bin', 'postmaster'))).toBe('postgres');
    rmSync(packaged, { recursive: true });
    mkdirSync(packaged);
    expect(postgresFolder(user, packaged)).toBe(copy);
    expect(readFileSync(join(copy, 'bin', 'postgres'), 'utf8')).toBe('binary');
  });
});

it('openHomeOf gives each set its own folder', () => {
  expect(openHomeOf('/a')).toMatch(/^\/var\/tmp\/datalark-postgres-\w{16}$/);
  expect(openHomeOf('/a')).not.toBe(openHomeOf('/b'));
});

it('postgresUser is another account for root only', () => {
  const dir = join(root, 'set');
  const passwd = join(root, 'passwd');
  writeFileSync(
    passwd,
    'root:x:0:0::/:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n',
  );
  const user = postgresUser(dir, passwd);
  removeEngines(dir);
  expect(user).toEqual(
    isRoot
      ? { name: 'nobody', uid: 65534, gid: 65533, home: openHomeOf(dir) }
      : undefined,
  );
});
