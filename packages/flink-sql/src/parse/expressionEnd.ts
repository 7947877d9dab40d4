import type { Cursor } from './Cursor';

/** What no expression starts with, for all that may follow an operator. */
const ENDS = new Set([
  ...['', ';', ')', ',', ']', '.', '=', '<', '>', '<=', '>=', '<>', '*', '/'],
  ...['%', '||', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'AS'],
  ...['AND', 'OR', 'IS', 'IN', 'ON', 'LIKE', 'BETWEEN', 'SELECT', 'END'],
  ...['THEN', 'WHEN', 'ELSE', 'JOIN', 'UNION', 'WITH', '?!'],
]);

/** Tells whether no value can start here, so that one is missing. */
export function isExpressionEnd(cursor: Cursor): boolean {
  return ENDS.has(cursor.word);
}
