import type { DataType } from '../ast';
import { parseScript } from '../parse/parseScript';

/**
 * Reads a type as written, where it has parts that a query can reach; undefined for
 * the others and for what is no type.
 */
export function typeOf(text: string | undefined): DataType | undefined {
  if (!text || !/[<(]/.test(text) || !/ROW|ARRAY|MAP|MULTISET/i.test(text)) {
    return undefined;
  }
  const [statement] = parseScript(`CREATE TABLE t (c ${text})`).statements;
  if (!statement || statement.problems.length > 0) return undefined;
  const { node } = statement;
  const column =
    node.kind === 'CreateTable' ? node.schema?.columns[0] : undefined;
  return column?.kind === 'PhysicalColumn' ? column.type : undefined;
}
