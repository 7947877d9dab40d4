import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSecrets, secretsFileOf } from './secrets';
import { temporaryFolder } from './testing/temporaryFolder';

const root = temporaryFolder();

it('makes a password once, in a file that only its owner can read', async () => {
  const dir = join(root, 'set');
  const [one, other] = await Promise.all([
    ensureSecrets(dir),
    ensureSecrets(dir),
  ]);
  expect(one.postgresPassword).toHaveLength(32);
  expect(other).toEqual(one);
  // eslint-disable-next-line no-bitwise
  expect(statSync(secretsFileOf(dir)).mode & 0o777).toBe(0o600);
});
