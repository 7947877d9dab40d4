import type { Distribution } from '../ast';
import type { Cursor } from './Cursor';
import { readNameList } from './identifier';

/** What follows DISTRIBUTED and DISTRIBUTION: `BY HASH(a) INTO 4 BUCKETS`. */
export function readDistribution(cursor: Cursor, start: number): Distribution {
  if (!cursor.is('BY') && !cursor.is('INTO')) cursor.fail('BY or INTO');
  const distribution: Distribution = {
    kind: 'Distribution',
    columns: [],
    span: { start, end: start },
  };
  if (cursor.take('BY')) {
    const type = cursor.takeOneOf('HASH', 'RANGE') as 'HASH' | undefined;
    if (type) distribution.type = type;
    if (!cursor.is('(')) cursor.fail(type ? '(' : 'HASH, RANGE or (');
    distribution.columns = readNameList(cursor, 'the name of a column');
  }
  if (cursor.take('INTO')) {
    if (!cursor.is('0')) cursor.fail('the number of buckets');
    if (!/^0*[1-9]\d*$/.test(cursor.token?.text ?? '')) {
      cursor.report(
        cursor.here(),
        'The number of buckets is a whole number above zero.',
      );
    }
    distribution.buckets = Number(cursor.next().text);
    cursor.expect('BUCKETS');
  }
  distribution.span = cursor.spanFrom(start);
  return distribution;
}
