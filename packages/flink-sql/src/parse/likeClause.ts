import type { LikeClause } from '../ast';
import type { Cursor } from './Cursor';
import { isName, readPath } from './identifier';

const FEATURES = [
  'ALL',
  'CONSTRAINTS',
  'DISTRIBUTION',
  'GENERATED',
  'METADATA',
  'OPTIONS',
  'PARTITIONS',
  'WATERMARKS',
];

/** `LIKE t (INCLUDING ALL …)` */
export function readLike(cursor: Cursor): LikeClause {
  const start = cursor.offset;
  cursor.expect('LIKE');
  const table = readPath(cursor, 'the name of a table');
  const rules: string[] = [];
  if (cursor.take('(')) {
    do {
      const strategy = cursor.expectOneOf(
        'INCLUDING',
        'EXCLUDING',
        'OVERWRITING',
      );
      rules.push(`${strategy} ${cursor.expectOneOf(...FEATURES)}`);
    } while (!cursor.is(')') && (isName(cursor) || cursor.is('OVERWRITING')));
    cursor.expect(')');
  }
  const span = cursor.spanFrom(start);
  return { kind: 'LikeClause', table, rules, span };
}
