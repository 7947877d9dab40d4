import type { Entity } from '@backstage/catalog-model';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { formatEntityProblem } from './EntityProblem';
import { validateDataEntity } from './validateDataEntity';

const fixtures = join(__dirname, '../__fixtures__');
const names = (folder: string) =>
  readdirSync(join(fixtures, folder))
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.replace(/\.yaml$/, ''));

const load = (folder: string, name: string): Entity =>
  parse(readFileSync(join(fixtures, folder, `${name}.yaml`), 'utf8'));

const messagesOf = (entity: Entity) =>
  validateDataEntity(entity).problems.map(formatEntityProblem);

describe('validateDataEntity', () => {
  it.each(names('bad'))('refuses %s with the words beside it', name => {
    const messages = messagesOf(load('bad', name));
    const golden = join(fixtures, 'bad', `${name}.txt`);
    const actual = `${messages.join('\n')}\n`;
    if (process.env.WRITE_GOLDEN) {
      writeFileSync(golden, actual);
    }
    expect(actual).toBe(readFileSync(golden, 'utf8'));
    expect(messages).not.toHaveLength(0);
  });
});
