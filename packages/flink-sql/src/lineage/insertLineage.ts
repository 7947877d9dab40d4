import type { Insert, Query, Span } from '../ast';
import type { CatalogTable } from './CatalogTable';
import { writableColumns } from './CatalogTable';
import { queryRelation } from './queryRelation';
import type { Relation } from './Relation';
import { isOpen } from './Relation';
import type { Session } from './Session';
import { outermost } from './Session';
import type { StatementFindings, Write } from './StatementFindings';
import { targetColumn } from './targetColumn';

/** INSERT: by position into the listed columns, or into all that can be written. */
export function insertLineage(
  insert: Insert,
  session: Session,
  findings: StatementFindings,
): void {
  const target = session.catalog.table(insert.target.parts);
  const relation = queryRelation(insert.source, outermost(session, findings));
  const columns = insert.columns
    ? insert.columns.map(parts => targetColumn(parts, target, session))
    : positionalColumns(insert, target);
  writeRelation(relation, target, columns, insert.source, session, findings);
}

/**
 * Writes rows into a table by position. `columns` is undefined for a table of
 * unknown columns: they are called as the query's own.
 */
export function writeRelation(
  relation: Relation,
  target: CatalogTable,
  columns: (string | undefined)[] | undefined,
  { span }: Pick<Query, 'span'>,
  session: Session,
  findings: StatementFindings,
): void {
  const writes = columns
    ? byPosition(relation, columns, target, span, session)
    : byName(relation, target, span, session);
  findings.write(target, writes, relation.influences, span);
  for (const slot of relation.slots) {
    if (isOpen(slot)) {
      for (const source of slot.tables) {
        const place = slot.span ?? span;
        findings.wholeCopies.push({ source, target, span: place });
      }
    }
  }
}

function positionalColumns(
  { partition = [] }: Insert,
  target: CatalogTable,
): string[] | undefined {
  if (!target.columns) return undefined;
  const fixed = new Set(
    partition.filter(p => p.value).map(({ column }) => column.name),
  );
  return writableColumns(target.columns)
    .map(column => column.name)
    .filter(name => !fixed.has(name));
}

function byPosition(
  { slots }: Relation,
  columns: (string | undefined)[],
  target: CatalogTable,
  span: Span,
  { problems }: Session,
): Write[] {
  const firstOpen = slots.findIndex(isOpen);
  if (firstOpen < 0 && slots.length !== columns.length) {
    problems.error(
      `The query has ${slots.length} columns, ${target.name} takes ${columns.length}.`,
      span,
    );
  }
  const isSingle = slots.filter(isOpen).length === 1;
  const missing = columns.length - slots.length;
  const unknown: string[] = [];
  const writes = columns.flatMap((column, i): Write[] => {
    if (column === undefined) return [];
    // Behind the only unknown part places are known again, from the end.
    const at = firstOpen < 0 || i < firstOpen ? i : i - missing;
    const slot = slots[at];
    const isCertain =
      firstOpen < 0 || i < firstOpen || (isSingle && at > firstOpen);
    if (slot && isCertain && !isOpen(slot)) {
      return [{ column, lineage: slot.lineage }];
    }
    if (firstOpen >= 0) unknown.push(column);
    return [];
  });
  for (const slot of slots) {
    if (isOpen(slot) && slot.what && unknown.length > 0) {
      problems.warn(
        `The columns of ${slot.what} are not known: ${list(unknown)} of ${
          target.name
        } may come from any of them.`,
        slot.span ?? span,
      );
    }
  }
  return writes;
}

function byName(
  { slots }: Relation,
  target: CatalogTable,
  span: Span,
  { problems, textOf }: Session,
): Write[] {
  return slots.flatMap((slot): Write[] => {
    if (isOpen(slot)) {
      if (slot.what) {
        problems.warn(
          `The columns of ${slot.what} are not known, nor those of ${target.name}.`,
          slot.span ?? span,
        );
      }
      return [];
    }
    const { expression, lineage } = slot;
    const column = expression
      ? textOf(expression).replace(/\s+/g, ' ')
      : slot.name;
    return [{ column, lineage }];
  });
}

function list(names: string[]): string {
  return names.length > 4
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more columns`
    : names.join(', ');
}
