import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
