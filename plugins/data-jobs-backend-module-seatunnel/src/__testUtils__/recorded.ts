import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../http/ZetaHttp';

/** An answer recorded from a real server: 2.3.8 for v1, a 2.3.9 build for v2. */
export function recorded(name: string): any {
  const path = join(__dirname, '../__fixtures__/answers', `${name}.txt`);
  return readJson(readFileSync(path, 'utf8'));
}
