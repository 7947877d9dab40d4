import type { Expression, Span } from '../ast';
import type { Cursor } from './Cursor';

/** Chains up to here lean left, as written; longer are balanced. */
const LONGEST_CHAIN = 200;

/** A value with its place, parentheses around it included. */
type Side = { value: Expression; span: Span };

/**
 * `a AND b AND c …` from the first AND on, which was taken: generated
 * conditions have thousands of them.
 */
export function readChain(
  cursor: Cursor,
  first: Side,
  operator: string,
  readSide: () => Expression,
): Expression {
  const sides = [first];
  do {
    const { offset } = cursor;
    const value = readSide();
    sides.push({ value, span: cursor.spanFrom(offset) });
  } while (cursor.take(operator));
  if (sides.length > LONGEST_CHAIN) return balanced(sides, operator).value;
  cursor.grow(sides.length);
  return sides.reduce((left, right) => joined(left, operator, right)).value;
}

function balanced(sides: Side[], operator: string): Side {
  if (sides.length === 1) return sides[0];
  const half = sides.length >> 1;
  return joined(
    balanced(sides.slice(0, half), operator),
    operator,
    balanced(sides.slice(half), operator),
  );
}

function joined(left: Side, operator: string, right: Side): Side {
  const span = { start: left.span.start, end: right.span.end };
  const value: Expression = {
    kind: 'Binary',
    operator,
    left: left.value,
    right: right.value,
    span,
  };
  return { value, span };
}
