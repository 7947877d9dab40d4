import type { Constraint, Identifier } from '../ast';
import type { Cursor } from './Cursor';
import { readIdentifier, readNameList } from './identifier';

/** A constraint that is written at a column. */
export function readColumnConstraint(
  cursor: Cursor,
  column: Identifier,
): Constraint | undefined {
  if (!['CONSTRAINT', 'PRIMARY', 'UNIQUE'].includes(cursor.word)) {
    return undefined;
  }
  return readConstraint(cursor, () => [column]);
}

/** A constraint with columns of its own. */
export function readTableConstraint(cursor: Cursor): Constraint {
  return readConstraint(cursor, () =>
    readNameList(cursor, 'the name of a column'),
  );
}

function readConstraint(
  cursor: Cursor,
  columnsOf: () => Identifier[],
): Constraint {
  const start = cursor.offset;
  const name = cursor.take('CONSTRAINT')
    ? readIdentifier(cursor, 'a name for the constraint')
    : undefined;
  const isPrimary = cursor.expectOneOf('PRIMARY', 'UNIQUE') === 'PRIMARY';
  if (isPrimary) cursor.expect('KEY');
  const columns = columnsOf();
  const enforced = readEnforced(cursor);
  return {
    kind: 'Constraint',
    ...(name && { name }),
    type: isPrimary ? 'PRIMARY KEY' : 'UNIQUE',
    columns,
    ...enforced,
    span: cursor.spanFrom(start),
  };
}

function readEnforced(cursor: Cursor): { enforced?: boolean } {
  if (cursor.take('ENFORCED')) return { enforced: true };
  if (!cursor.take('NOT')) return {};
  cursor.expect('ENFORCED');
  return { enforced: false };
}
