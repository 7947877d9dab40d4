import type { Identifier } from '../ast';
import type { CatalogTable } from './CatalogTable';
import { takenAs } from './Scope';
import type { Session } from './Session';

/**
 * The column that a statement writes by its name, dotted for a field of a row;
 * undefined, and a problem, where the table has none of that name.
 */
export function targetColumn(
  [{ name, span }, ...fields]: Identifier[],
  { columns, name: table }: CatalogTable,
  { catalog, problems }: Pick<Session, 'catalog' | 'problems'>,
): string | undefined {
  const path = [name, ...fields.map(field => field.name)].join('.');
  if (!columns || columns.some(column => column.name === name)) return path;
  const similar = columns.filter(
    column => column.name.toLowerCase() === name.toLowerCase(),
  );
  if (catalog.isLenient && similar.length === 1) {
    problems.warn(takenAs(name, similar[0].name), span);
    return similar[0].name;
  }
  problems.error(`There is no column ${name} in ${table}.`, span);
  return undefined;
}
