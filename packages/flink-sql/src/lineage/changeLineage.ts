import type {
  Assignment,
  Delete,
  Identifier,
  Merge,
  MergeAction,
  TableReference,
  Update,
} from '../ast';
import type { CatalogTable } from './CatalogTable';
import { writableColumns } from './CatalogTable';
import type { Context } from './Context';
import { collectInfluences, lineageOfExpression } from './expressionLineage';
import { LineageCollector } from './LineageCollector';
import { withCommonTables } from './queryRelation';
import type { Session } from './Session';
import { outermost } from './Session';
import type { StatementFindings, Write } from './StatementFindings';
import { addTableReference, tableRelation } from './tableReference';
import { targetColumn } from './targetColumn';

/** UPDATE: what is assigned, and what decides which rows are. */
export function updateLineage(
  update: Update,
  session: Session,
  findings: StatementFindings,
): void {
  const { target, alias, assignments, from, where, span } = update;
  const { table, rows, ...of } = changed(
    target.parts,
    alias,
    session,
    findings,
  );
  const context = update.with
    ? withCommonTables({ with: update.with, recursive: false }, of.context)
    : of.context;
  if (from) {
    // A join that starts with the target brings it along.
    if (startsWithTarget(from, table, context)) context.scope.items.length = 0;
    const outer = { ...context, scope: outermost(session, findings).scope };
    addTableReference(from, context, outer, rows);
  }
  const writes = assignments.flatMap(a => writeOf(a, table, context));
  if (where) collectInfluences(where, 'FILTER', context, rows);
  findings.write(table, writes, rows.result().influences, span);
}

function startsWithTarget(
  from: TableReference,
  table: CatalogTable,
  { catalog }: Context,
): boolean {
  let first = from;
  while (first.kind === 'Join') first = first.left;
  return (
    first.kind === 'NamedTable' && catalog.table(first.path.parts) === table
  );
}

/** DELETE: nothing is written, but what decides is read. */
export function deleteLineage(
  { target, alias, where, span }: Delete,
  session: Session,
  findings: StatementFindings,
): void {
  const { context, rows, table } = changed(
    target.parts,
    alias,
    session,
    findings,
  );
  if (where) collectInfluences(where, 'FILTER', context, rows);
  findings.write(table, [], rows.result().influences, span);
}

/** MERGE: updates and inserts together. */
export function mergeLineage(
  merge: Merge,
  session: Session,
  findings: StatementFindings,
): void {
  const { target, alias, source, on, actions, span } = merge;
  const { context, rows, table } = changed(
    target.parts,
    alias?.name,
    session,
    findings,
  );
  addTableReference(source, context, outermost(session, findings), rows);
  collectInfluences(on, 'JOIN', context, rows);
  const writes = actions.flatMap(action =>
    writesOf(action, table, context, rows, session),
  );
  findings.write(table, writes, rows.result().influences, span);
}

function changed(
  parts: Identifier[],
  alias: Identifier | undefined,
  session: Session,
  findings: StatementFindings,
) {
  const table = session.catalog.table(parts);
  const context = outermost(session, findings);
  const { catalog, database, table: name } = table.path;
  context.scope.items.push({
    names: alias ? [alias.name] : [catalog, database, name],
    relation: tableRelation(table),
  });
  return { context, rows: new LineageCollector(), table };
}

function writesOf(
  action: MergeAction,
  table: CatalogTable,
  context: Context,
  rows: LineageCollector,
  { problems }: Session,
): Write[] {
  if (action.condition) {
    collectInfluences(action.condition, 'FILTER', context, rows);
  }
  if (action.kind === 'MergeUpdate') {
    return action.assignments.flatMap(a => writeOf(a, table, context));
  }
  if (action.kind === 'MergeDelete') return [];
  const columns =
    action.columns?.map(parts => targetColumn(parts, table, context)) ??
    (table.columns && writableColumns(table.columns).map(c => c.name));
  if (!columns) {
    problems.warn(
      `The columns of ${table.name} are not known: list them after INSERT.`,
      action.span,
    );
    return [];
  }
  return action.values.flatMap((value, i): Write[] => {
    const column = columns[i];
    return value.kind === 'DefaultValue' || column === undefined
      ? []
      : [{ column, lineage: lineageOfExpression(value, context) }];
  });
}

function writeOf(
  { column, value }: Assignment,
  table: CatalogTable,
  context: Context,
): Write[] {
  if (value.kind === 'DefaultValue') return [];
  // The target's name or alias may stand before its column.
  const known = context.scope.items[0].names;
  let parts = column;
  while (parts.length > 1 && known.includes(parts[0].name)) {
    parts = parts.slice(1);
  }
  const name = targetColumn(parts, table, context);
  const lineage = lineageOfExpression(value, context);
  return name === undefined ? [] : [{ column: name, lineage }];
}
