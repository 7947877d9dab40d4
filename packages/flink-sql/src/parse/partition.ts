import type { Expression, PartitionValue } from '../ast';
import type { Cursor } from './Cursor';
import { readOperand } from './expression';
import { readIdentifier, readInParentheses } from './identifier';

/**
 * `(column = value, …)`. `isPartial` where a column may stand alone, as ANALYZE
 * has it.
 */
export function readPartition(
  cursor: Cursor,
  isPartial = false,
): PartitionValue[] {
  return readInParentheses(cursor, () => readValue(cursor, isPartial));
}

function readValue(cursor: Cursor, isPartial: boolean): PartitionValue {
  const start = cursor.offset;
  const column = readIdentifier(cursor, 'the name of a column');
  if (isPartial && !cursor.is('=')) {
    return { kind: 'PartitionValue', column, span: column.span };
  }
  cursor.expect('=');
  const value = readOperand(cursor);
  if (!isLiteral(value)) {
    cursor.report(value.span, "A partition's value is a literal.");
  }
  const span = cursor.spanFrom(start);
  return { kind: 'PartitionValue', column, value, span };
}

function isLiteral(value: Expression): boolean {
  return value.kind === 'Unary'
    ? isLiteral(value.operand)
    : ['Literal', 'IntervalLiteral', 'Placeholder'].includes(value.kind);
}
