import type { AlterStatement, ColumnDefinition, TableSchema } from '../ast';
import type { CatalogColumn, CatalogTable } from './CatalogTable';
import { columnsOfSlots, definedColumns, forReaders } from './definitions';
import { writeRelation } from './insertLineage';
import { queryRelation } from './queryRelation';
import type { Session } from './Session';
import { outermost } from './Session';
import type { StatementFindings } from './StatementFindings';

/** ALTER of tables, views and materialized tables, as far as columns change. */
export function alterTable(
  { object, path, action }: AlterStatement,
  session: Session,
  findings: StatementFindings,
): void {
  if (!['TABLE', 'VIEW', 'MATERIALIZED TABLE', 'MODEL'].includes(object))
    return;
  const { catalog } = session;
  const table = catalog.table(path.parts);
  switch (action.kind) {
    case 'Rename':
      catalog.rename(path.parts, action.to.parts);
      return;
    case 'SetOptions': {
      const set = action.options.map(({ key, value }) => [key, value]);
      table.options = { ...table.options, ...Object.fromEntries(set) };
      return;
    }
    case 'ResetOptions': {
      const kept = Object.entries(table.options ?? {});
      table.options = Object.fromEntries(
        kept.filter(([key]) => !action.keys.includes(key)),
      );
      return;
    }
    case 'SetQuery': {
      const context = outermost(session, findings);
      const relation = queryRelation(action.query, context);
      table.columns = columnsOfSlots(relation.slots);
      if (table.kind === 'view' || object === 'VIEW') {
        table.kind = 'view';
        table.view = {
          relation: forReaders(relation),
          inputs: context.reads.all(),
          lookups: context.reads.onlyLookedUp(),
        };
      }
      const names = table.columns?.map(column => column.name);
      writeRelation(relation, table, names, action.query, session, findings);
      return;
    }
    default:
      alterColumns(table, action, session);
  }
}

function alterColumns(
  table: CatalogTable,
  action: AlterStatement['action'],
  session: Session,
): void {
  const { columns } = table;
  if (!columns) return;
  if (!session.isWhole) {
    // Nobody can tell what the part that was not understood does to them.
    table.columns = undefined;
    return;
  }
  switch (action.kind) {
    case 'RenameColumn': {
      const [{ name }] = action.from;
      if (action.from.length > 1) return;
      table.columns = columns.map(column =>
        column.name === name ? { ...column, name: action.to.name } : column,
      );
      return;
    }
    case 'AddSchema':
    case 'ModifySchema':
      table.columns = withSchema(columns, action.schema, session);
      return;
    case 'DropColumns': {
      const dropped = action.columns
        .filter(parts => parts.length === 1)
        .map(([{ name }]) => name);
      table.columns = columns.filter(({ name }) => !dropped.includes(name));
      return;
    }
    default:
  }
}

function withSchema(
  columns: CatalogColumn[],
  schema: TableSchema,
  session: Session,
): CatalogColumn[] {
  const result = [...columns];
  const defined = definedColumns(schema, session) ?? [];
  schema.columns.forEach((definition, i) => {
    if (definition.path.length > 1) return;
    const before = result.findIndex(({ name }) => name === defined[i].name);
    if (before >= 0) result.splice(before, 1);
    result.splice(placeOf(definition, before, result), 0, defined[i]);
  });
  return result;
}

function placeOf(
  { position }: ColumnDefinition,
  before: number,
  columns: CatalogColumn[],
): number {
  if (position === 'FIRST') return 0;
  if (!position) return before < 0 ? columns.length : before;
  const [{ name }] = position.after;
  return columns.findIndex(column => column.name === name) + 1;
}
