import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedScripts } from './seedScripts';
import { temporaryFolder } from './testing/temporaryFolder';

const dir = temporaryFolder();

it('takes the script of each database that has one', () => {
  writeFileSync(join(dir, 'shop.sql'), 'SELECT 1');
  writeFileSync(join(dir, 'elsewhere.sql'), 'SELECT 1');
  expect(seedScripts(dir)).toEqual([
    { database: 'shop', sqlFile: join(dir, 'shop.sql') },
  ]);
  expect(seedScripts(undefined)).toEqual([]);
});
