import type { Expression, Query, Select, TableReference } from '../ast';
import { treeOf } from './readOne';

/** The tree of `SELECT …`, without spans. */
export function selectOf(sql: string): Select {
  const { body } = queryOf(sql);
  if (body.kind !== 'Select') throw new Error(`${body.kind}: ${sql}`);
  return body;
}

/** The tree of a query that is a statement, without spans. */
export function queryOf(sql: string): Query {
  const tree = treeOf(sql);
  if (tree.kind !== 'QueryStatement') throw new Error(`${tree.kind}: ${sql}`);
  return tree.query;
}

/** The tree of a value, without spans. */
export function expressionOf(sql: string): Expression {
  return selectOf(`SELECT ${sql}`).items[0].expression;
}

/** The tree of what stands behind FROM, without spans. */
export function tableOf(sql: string): TableReference {
  return selectOf(`SELECT * FROM ${sql}`).from as TableReference;
}

/** A value with all its parentheses, to see what binds first. */
export function shapeOf(value: Expression): string {
  switch (value.kind) {
    case 'Literal':
      return value.value;
    case 'ColumnReference':
      return value.parts.map(part => part.name).join('.');
    case 'Unary':
      return `(${value.operator} ${shapeOf(value.operand)})`;
    case 'Binary':
      return `(${shapeOf(value.left)} ${value.operator} ${shapeOf(
        value.right,
      )})`;
    case 'IsTest':
      return `(${shapeOf(value.operand)} IS ${value.test})`;
    case 'Between':
      return `(${shapeOf(value.operand)} BETWEEN ${shapeOf(
        value.low,
      )} AND ${shapeOf(value.high)})`;
    case 'Like':
      return `(${shapeOf(value.operand)} ${value.operator} ${shapeOf(
        value.pattern,
      )})`;
    default:
      return value.kind;
  }
}
