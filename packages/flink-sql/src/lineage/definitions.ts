import type {
  ColumnDefinition,
  CreateMaterializedTable,
  CreateModel,
  CreateTable,
  CreateView,
  DataType,
  LikeClause,
  TableOption,
  TableSchema,
} from '../ast';
import type { CatalogColumn, CatalogTable } from './CatalogTable';
import { writeRelation } from './insertLineage';
import { withoutPlaces } from './Lineage';
import { queryRelation } from './queryRelation';
import type { Relation, RelationColumn, Slot } from './Relation';
import { isOpen, renamed } from './Relation';
import { isProcessingTime } from './processingTime';
import type { Session } from './Session';
import { outermost } from './Session';
import type { StatementFindings } from './StatementFindings';

/** CREATE TABLE in all of its forms; with AS it writes too. */
export function createTable(
  create: CreateTable | CreateMaterializedTable,
  session: Session,
  findings: StatementFindings,
): void {
  const { path, query, schema } = create;
  const ifNotExists = create.kind === 'CreateTable' && create.ifNotExists;
  const like = create.kind === 'CreateTable' ? create.like : undefined;
  const temporary = create.kind === 'CreateTable' && create.temporary;
  const relation = query && queryRelation(query, outermost(session, findings));
  const own = definedColumns(schema, session);
  if (create.options) session.catalog.isLenient = false;
  const table = session.catalog.define(
    path.parts,
    {
      columns: relation
        ? columnsOfQuery(relation, schema, own)
        : withLiked(own, like, session),
      options: optionsOf(create.options, like, session),
      kind: create.kind === 'CreateTable' ? 'table' : 'materialized-table',
    },
    { temporary, ifNotExists },
  );
  if (!relation || !query) return;
  // The query's columns go where they are called the same.
  writeRelation(relation, table, namesOf(relation), query, session, findings);
}

/** CREATE VIEW: what reads it later reads the tables below. */
export function createView(
  { path, query, columns, temporary, ifNotExists }: CreateView,
  session: Session,
  findings: StatementFindings,
): void {
  const context = outermost(session, findings);
  const whole = queryRelation(query, context);
  const relation = columns
    ? renamed(
        whole,
        columns.map(column => column.name),
      )
    : whole;
  const view = session.catalog.define(
    path.parts,
    {
      columns: columnsOfSlots(relation.slots),
      kind: 'view',
      view: {
        relation: forReaders(relation),
        inputs: context.reads.all(),
        lookups: context.reads.onlyLookedUp(),
      },
    },
    { temporary, ifNotExists },
  );
  writeRelation(relation, view, namesOf(relation), query, session, findings);
}

/** CREATE MODEL: its outputs are what ML_PREDICT adds. */
export function createModel(
  { path, input, output, options, query, temporary, ifNotExists }: CreateModel,
  session: Session,
  findings: StatementFindings,
): void {
  const model = session.catalog.define(
    path.parts,
    {
      columns: definedColumns(input, session),
      outputs: definedColumns(output, session),
      options: optionsOf(options, undefined, session),
      kind: 'model',
    },
    { temporary, ifNotExists },
  );
  if (!query) return;
  const relation = queryRelation(query, outermost(session, findings));
  writeRelation(relation, model, undefined, query, session, findings);
}

/** The view's rows as a later statement sees them. */
export function forReaders({ slots, influences }: Relation): Relation {
  return {
    slots: slots.map(slot =>
      isOpen(slot) ? { ...slot, span: undefined } : forReader(slot),
    ),
    influences: withoutPlaces({ sources: [], influences }).influences,
  };
}

function forReader(column: RelationColumn): RelationColumn {
  return {
    ...column,
    lineage: withoutPlaces(column.lineage),
    expression: undefined,
    fields: column.fields?.map(forReader),
  };
}

/** The columns of a schema, in its order; undefined without a schema. */
export function definedColumns(
  schema: TableSchema | undefined,
  session: Session,
): CatalogColumn[] | undefined {
  if (!session.isWhole) return undefined;
  return schema?.columns.map(column => definedColumn(column, session));
}

function definedColumn(
  column: ColumnDefinition,
  session: Session,
): CatalogColumn {
  const { name } = column.name;
  switch (column.kind) {
    case 'ComputedColumn':
      return {
        name,
        kind: 'computed',
        ...(isProcessingTime(column.expression) && { isProcessingTime: true }),
      };
    case 'MetadataColumn':
      return {
        name,
        kind: 'metadata',
        ...(column.virtual ? { virtual: true } : {}),
        ...typeOf(column.type, session),
      };
    case 'PhysicalColumn':
      return { name, ...typeOf(column.type, session) };
    default:
      return { name };
  }
}

function typeOf(dataType: DataType, { textOf }: Session) {
  return { type: textOf(dataType.span), dataType };
}

/** Columns of LIKE come first; one of the same name takes the place of theirs. */
function withLiked(
  own: CatalogColumn[] | undefined,
  like: LikeClause | undefined,
  { catalog }: Session,
): CatalogColumn[] | undefined {
  if (!like) return own;
  const rules = like.rules.map(rule => rule.toUpperCase());
  const leavesOut = (what: string) =>
    rules.includes(`EXCLUDING ${what}`) ||
    (rules.includes('EXCLUDING ALL') && !rules.includes(`INCLUDING ${what}`));
  const liked = catalog
    .table(like.table.parts)
    .columns?.filter(
      ({ kind }) =>
        !(kind === 'computed' && leavesOut('GENERATED')) &&
        !(kind === 'metadata' && leavesOut('METADATA')),
    );
  if (!liked) return undefined;
  const byName = new Map(liked.map(column => [column.name, column]));
  for (const column of own ?? []) byName.set(column.name, column);
  return [...byName.values()];
}

/** Flink puts the columns of the schema before those that only the query has. */
function columnsOfQuery(
  { slots }: Relation,
  schema: TableSchema | undefined,
  own: CatalogColumn[] = [],
): CatalogColumn[] | undefined {
  const ofQuery = columnsOfSlots(slots);
  if (!ofQuery) return undefined;
  if (onlyNames(schema)) return own;
  const names = new Set(own.map(column => column.name));
  return [...own, ...ofQuery.filter(({ name }) => !names.has(name))];
}

/** `CREATE TABLE t (a, b) AS …` only puts the query's columns into an order. */
function onlyNames(schema: TableSchema | undefined): boolean {
  return (
    schema !== undefined &&
    schema.columns.length > 0 &&
    schema.columns.every(column => column.kind === 'NamedColumn')
  );
}

function namesOf({ slots }: Relation): string[] | undefined {
  return columnsOfSlots(slots)?.map(column => column.name);
}

export function columnsOfSlots(slots: Slot[]): CatalogColumn[] | undefined {
  if (slots.some(isOpen)) return undefined;
  return slots.flatMap(slot => {
    if (isOpen(slot)) return [];
    const { name, type, dataType } = slot;
    return [{ name, ...(type && { type }), ...(dataType && { dataType }) }];
  });
}

export function optionsOf(
  options: TableOption[] | undefined,
  like: LikeClause | undefined,
  { catalog }: Session,
): CatalogTable['options'] {
  const excludes = like?.rules.some(rule =>
    ['EXCLUDING OPTIONS', 'EXCLUDING ALL'].includes(rule.toUpperCase()),
  );
  const liked =
    like && !excludes ? catalog.table(like.table.parts).options : undefined;
  if (!options && !liked) return undefined;
  const own = (options ?? []).map(({ key, value }) => [key, value]);
  return { ...liked, ...Object.fromEntries(own) };
}
