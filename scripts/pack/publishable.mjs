import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

/** The packages of the checkout that are meant for others: `{ name, version, folder }`. */
export function publishable() {
  return ['packages', 'plugins'].flatMap(group =>
    readdirSync(join(ROOT, group))
      .sort()
      .map(name => join(ROOT, group, name))
      .filter(folder => existsSync(join(folder, 'package.json')))
      .map(folder => ({ folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
      .filter(each => !each.private)
      .map(({ folder, name, version }) => ({ folder, name, version })),
  );
}
