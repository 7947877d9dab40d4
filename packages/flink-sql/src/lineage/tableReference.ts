import type {
  Identifier,
  Join,
  NamedTable,
  Path,
  Span,
  TableAlias,
  TableReference,
  Unnest,
} from '../ast';
import type { CatalogTable } from './CatalogTable';
import type { Context } from './Context';
import { commonTable, similarCommonTable } from './Context';
import {
  collectInfluences,
  lineageOfExpression,
  referredColumn,
  toReference,
} from './expressionLineage';
import { TRANSFORMATION } from './Lineage';
import { LineageCollector } from './LineageCollector';
import { matchRelation } from './matchRelation';
import { isLookup } from './processingTime';
import { queryRelation } from './queryRelation';
import type { Relation, RelationColumn, Slot } from './Relation';
import { derivedFrom, isOpen, knownColumn, renamed } from './Relation';
import type { ScopeItem } from './Scope';
import { Scope, takenAs } from './Scope';
import { tableFunctionRelation } from './tableFunctionRelation';

/**
 * Adds what stands in FROM to the scope of `context`, and what decides about its
 * rows to `rows`. `outer` is what a query there sees unless it is LATERAL.
 */
export function addTableReference(
  reference: TableReference,
  context: Context,
  outer: Context,
  rows: LineageCollector,
): void {
  if (reference.kind === 'Join') {
    addJoins(reference, context, outer, rows);
    return;
  }
  const item = itemOf(reference, context, outer);
  rows.influencesOf(item.relation.influences, reference.span);
  context.scope.items.push(item);
  if ('asOf' in reference && reference.asOf) {
    collectInfluences(reference.asOf, 'JOIN', context, rows);
  }
}

/** Long chains of joins lean to the left. */
function addJoins(
  join: Join,
  context: Context,
  outer: Context,
  rows: LineageCollector,
): void {
  const joins: Join[] = [];
  let left: TableReference = join;
  while (left.kind === 'Join') {
    joins.push(left);
    left = left.left;
  }
  addTableReference(left, context, outer, rows);
  for (const { right, natural, using, on, match } of joins.reverse()) {
    const { items } = context.scope;
    const before = items.length;
    addTableReference(right, context, outer, rows);
    const added = items.slice(before);
    const names = natural ? sharedNames(items.slice(0, before), added) : using;
    for (const name of names ?? []) {
      addCommonColumn(name, items.slice(0, before), added, context, rows);
    }
    if (on) collectInfluences(on, 'JOIN', context, rows);
    if (match) collectInfluences(match, 'JOIN', context, rows);
  }
}

function sharedNames(left: ScopeItem[], right: ScopeItem[]): Identifier[] {
  const span = { start: 0, end: 0 };
  return right
    .flatMap(item => item.relation.slots)
    .filter((slot): slot is RelationColumn => !isOpen(slot))
    .filter(({ name }) => left.some(item => knownColumn(item.relation, name)))
    .map(({ name }) => ({ kind: 'Identifier', name, quoted: true, span }));
}

/** A column of USING is COALESCE(left, right), as Flink's planner writes it. */
function addCommonColumn(
  name: Identifier,
  left: ScopeItem[],
  right: ScopeItem[],
  context: Context,
  rows: LineageCollector,
): void {
  const collector = new LineageCollector();
  const before = context.scope.common.get(name.name);
  const sides = before ? [right] : [left, right];
  const { span } = name;
  const use = {
    as: 'value',
    strength: TRANSFORMATION,
    masking: false,
    span,
  } as const;
  const by = { as: 'influence', subtype: 'JOIN', span } as const;
  if (before) collector.use(before.lineage, use, span);
  for (const items of sides) {
    const scope = new Scope(undefined, context.scope.isLenient);
    scope.items.push(...items);
    const resolution = scope.resolve(toReference(name).parts);
    if (resolution.found) {
      collector.use(resolution.found.lineage, use, span);
      rows.use(resolution.found.lineage, by, span);
    } else context.problems.warn(resolution.reason, span);
  }
  const lineage = collector.result();
  context.scope.common.set(name.name, { name: name.name, lineage });
}

function itemOf(
  reference: Exclude<TableReference, Join>,
  context: Context,
  outer: Context,
): ScopeItem {
  switch (reference.kind) {
    case 'NamedTable':
      return namedItem(reference, context);
    case 'DerivedTable': {
      const around = reference.lateral ? context : outer;
      const relation = queryRelation(reference.query, around);
      return aliased(relation, reference.alias);
    }
    case 'FunctionTable': {
      const relation = tableFunctionRelation(reference.call, context);
      return aliased(relation, reference.alias);
    }
    case 'Unnest':
      return aliased(unnested(reference, context), reference.alias);
    case 'MatchRecognize':
      return aliased(matchRelation(reference, outer), reference.alias);
    default: {
      if (reference.kind === 'Pivot') {
        context.problems.warn(
          `${reference.operator} is not followed.`,
          reference.span,
        );
      }
      const relation = { slots: [{ tables: [] }], influences: [] };
      return { names: [], relation };
    }
  }
}

function namedItem(
  { path, alias, asOf }: NamedTable,
  context: Context,
): ScopeItem {
  const { names, relation } = namedRelation(
    path,
    context,
    isLookup(asOf, context.scope),
  );
  return alias ? aliased(relation, alias) : { names, relation };
}

/** A common table, view or table, and what it can be called by. */
export function namedRelation(
  path: Path,
  context: Context,
  asLookup = false,
): ScopeItem {
  const { catalog, commonTables, problems } = context;
  const [{ name }] = path.parts;
  if (path.parts.length === 1) {
    const common = commonTable(commonTables, name);
    if (common) return { names: [name], relation: common };
    const similar =
      catalog.isLenient && !catalog.has(path.parts)
        ? similarCommonTable(commonTables, name)
        : undefined;
    if (similar) {
      problems.warn(takenAs(name, similar[0]), path.span);
      return { names: [name], relation: similar[1] };
    }
  }
  const table = catalog.table(path.parts);
  const { path: full } = table;
  return {
    names: [full.catalog, full.database, full.table],
    relation: readTable(table, context, asLookup),
  };
}

function readTable(
  table: CatalogTable,
  { reads }: Context,
  asLookup: boolean,
): Relation {
  const { view } = table;
  if (view) {
    for (const input of view.inputs) {
      reads.add(input, asLookup || view.lookups.has(input));
    }
    return view.relation;
  }
  reads.add(table, asLookup);
  return tableRelation(table);
}

const relations = new WeakMap<object, Relation>();

/** The rows of a table as it is. */
export function tableRelation(table: CatalogTable): Relation {
  const { columns } = table;
  const key = columns ?? table;
  const before = relations.get(key);
  if (before) return before;
  const columnNamed = (name: string): RelationColumn => ({
    name,
    lineage: {
      sources: [{ table, column: name, strength: 0, masking: false }],
      influences: [],
    },
  });
  const slots: Slot[] = columns
    ? columns.map(({ name, type, dataType, isProcessingTime }) => ({
        ...columnNamed(name),
        type,
        dataType,
        ...(isProcessingTime && { isProcessingTime }),
      }))
    : [{ columnNamed, tables: [table], what: table.name }];
  const relation = { slots, influences: [] };
  relations.set(key, relation);
  return relation;
}

function aliased(relation: Relation, alias: TableAlias | undefined): ScopeItem {
  if (!alias) return { names: [], relation };
  const columns = alias.columns?.map(column => column.name);
  return {
    names: [alias.name.name],
    relation: columns ? renamed(relation, columns) : relation,
  };
}

/** The elements of a collection: rows as their fields, where the type is known. */
function unnested(unnest: Unnest, context: Context): Relation {
  const slots = unnest.args.flatMap(arg =>
    elementSlots(arg, unnest.span, context),
  );
  if (unnest.ordinality) {
    const position = slots.length;
    const lineage = { sources: [], influences: [] };
    slots.push({ name: position ? 'ORDINALITY' : 'EXPR$0', lineage });
  }
  return { slots, influences: [] };
}

function elementSlots(
  arg: Unnest['args'][number],
  span: Span,
  context: Context,
): Slot[] {
  const collector = new LineageCollector();
  const use = {
    as: 'value',
    strength: TRANSFORMATION,
    masking: false,
    span,
  } as const;
  collector.use(lineageOfExpression(arg, context), use, span);
  const lineage = collector.result();
  const column =
    arg.kind === 'ColumnReference' ? referredColumn(arg, context) : undefined;
  return derivedFrom(lineage, elementNames(column?.dataType), 'UNNEST');
}

function elementNames(type: RelationColumn['dataType']): string[] | undefined {
  if (!type) return undefined;
  if (type.name === 'MAP') return ['KEY', 'VALUE'];
  if (!['ARRAY', 'MULTISET'].includes(type.name)) return undefined;
  const [element] = type.elements;
  if (!element) return undefined;
  return element.fields.length
    ? element.fields.map(field => field.name.name)
    : ['EXPR$0'];
}
