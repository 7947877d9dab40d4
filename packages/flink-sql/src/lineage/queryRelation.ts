import type {
  CommonTable,
  GroupItem,
  OrderItem,
  Query,
  QueryBody,
  Select,
  SetOperation,
  Values,
} from '../ast';
import type { Context } from './Context';
import { within } from './Context';
import { collectInfluences, lineageOfExpression } from './expressionLineage';
import { isWindowFunction } from './functions';
import { LineageCollector, mergedLineage } from './LineageCollector';
import type { Relation, RelationColumn, Slot } from './Relation';
import { isOpen, renamed } from './Relation';
import { Scope } from './Scope';
import { selectedSlots } from './selectedSlots';
import { addTableReference, namedRelation } from './tableReference';

/** A relation, and the names that its ORDER BY sees behind its own columns. */
type Body = { relation: Relation; scope: Scope };

/**
 * The rows of a query. `context.scope` holds the names of the query around it, for
 * what is correlated.
 */
export function queryRelation(query: Query, context: Context): Relation {
  const inner = query.with.length ? withCommonTables(query, context) : context;
  const { relation, scope } = bodyRelation(query.body, inner);
  if (query.orderBy.length === 0) return relation;
  const rows = new LineageCollector();
  rows.influencesOf(relation.influences, query.span);
  collectOrderBy(query.orderBy, relation, within(inner, scope), rows);
  return { ...relation, influences: rows.result().influences };
}

/** The context that sees the tables of a WITH. */
export function withCommonTables(
  query: Pick<Query, 'with' | 'recursive'>,
  context: Context,
): Context {
  const named = new Map<string, Relation>();
  const commonTables = { named, parent: context.commonTables };
  const inner = { ...context, commonTables };
  for (const table of query.with) {
    if (query.recursive) {
      // What the table says of itself adds no other columns than its first part's.
      named.set(table.name.name, commonRelation(table, inner, true));
    }
    named.set(table.name.name, commonRelation(table, inner, false));
  }
  return inner;
}

function commonRelation(
  { query, columns }: CommonTable,
  context: Context,
  onlyFirst: boolean,
): Relation {
  let body = query.body;
  while (onlyFirst && body.kind === 'SetOperation') body = body.left;
  const relation = onlyFirst
    ? bodyRelation(body, context).relation
    : queryRelation(query, context);
  return columns
    ? renamed(
        relation,
        columns.map(c => c.name),
      )
    : relation;
}

function bodyRelation(body: QueryBody, context: Context): Body {
  switch (body.kind) {
    case 'Select':
      return selectRelation(body, context);
    case 'SetOperation':
      return { relation: setRelation(body, context), scope: context.scope };
    case 'Values':
      return { relation: valuesRelation(body, context), scope: context.scope };
    case 'ExplicitTable':
      return {
        relation: namedRelation(body.table, context).relation,
        scope: context.scope,
      };
    case 'Query':
      return { relation: queryRelation(body, context), scope: context.scope };
    default:
      return {
        relation: {
          slots: [{ tables: [] }],
          influences: [],
        },
        scope: context.scope,
      };
  }
}

function selectRelation(select: Select, outer: Context): Body {
  const scope = new Scope(outer.scope);
  const windows = new Map(select.windows.map(w => [w.name.name, w.window]));
  const context: Context = { ...outer, scope, windows };
  const rows = new LineageCollector();
  if (select.from) addTableReference(select.from, context, outer, rows);
  if (select.where) collectInfluences(select.where, 'FILTER', context, rows);
  const slots = selectedSlots(select, context);
  for (const slot of slots) {
    if (!isOpen(slot)) rows.influencesOfValue(slot.lineage.influences);
  }
  for (const item of select.groupBy?.items ?? []) {
    collectGroupItem(item, context, rows);
  }
  if (select.having) collectInfluences(select.having, 'FILTER', context, rows);
  if (select.qualify)
    collectInfluences(select.qualify, 'FILTER', context, rows);
  return { relation: { slots, influences: rows.result().influences }, scope };
}

function collectGroupItem(
  item: GroupItem,
  context: Context,
  rows: LineageCollector,
): void {
  if (item.kind === 'GroupingConstruct') {
    for (const inner of item.items) collectGroupItem(inner, context, rows);
  } else if (item.kind === 'FunctionCall' && isWindowFunction(item)) {
    collectInfluences(item, 'WINDOW', context, rows);
  } else collectInfluences(item, 'GROUP_BY', context, rows);
}

function collectOrderBy(
  items: OrderItem[],
  relation: Relation,
  context: Context,
  rows: LineageCollector,
): void {
  const scope = new Scope(context.scope);
  const slots = relation.slots.filter(slot => !isOpen(slot));
  scope.items.push({ names: [], relation: { slots, influences: [] } });
  const inner = within(context, scope);
  for (const { expression } of items) {
    const ordinal =
      expression.kind === 'Literal' && expression.type === 'number'
        ? relation.slots[Number(expression.value) - 1]
        : undefined;
    if (ordinal && !relation.slots.some(isOpen)) {
      const use = {
        as: 'influence',
        subtype: 'SORT',
        span: expression.span,
      } as const;
      rows.use((ordinal as RelationColumn).lineage, use, expression.span);
    } else collectInfluences(expression, 'SORT', inner, rows);
  }
}

/** Of long chains of UNION too: they lean to the left. */
function setRelation(operation: SetOperation, context: Context): Relation {
  const steps: SetOperation[] = [];
  let left: QueryBody = operation;
  while (left.kind === 'SetOperation') {
    steps.push(left);
    left = left.left;
  }
  const rows = new LineageCollector();
  const partOf = (body: QueryBody): Relation => {
    const { relation } = bodyRelation(body, context);
    rows.influencesOf(relation.influences, body.span);
    return relation;
  };
  const united = [partOf(left)];
  for (const { operator, right } of steps.reverse()) {
    const part = partOf(right);
    if (operator.endsWith('UNION')) united.push(part);
    else collectRightSide(part, right, rows);
  }
  const slots =
    united.length === 1
      ? united[0].slots
      : unitedSlots(united, operation, context);
  return { slots, influences: rows.result().influences };
}

/** What INTERSECT and EXCEPT compare with: it decides, its values stay behind. */
function collectRightSide(
  { slots }: Relation,
  { span }: QueryBody,
  rows: LineageCollector,
): void {
  for (const slot of slots) {
    if (!isOpen(slot)) {
      rows.use(
        slot.lineage,
        { as: 'influence', subtype: 'FILTER', span },
        span,
      );
    }
  }
}

/** Columns of a set operation go together by position, named as the first part's. */
function unitedSlots(
  parts: Relation[],
  { span }: SetOperation,
  { problems }: Context,
): Slot[] {
  const known = parts.map(({ slots }) => {
    const open = slots.findIndex(isOpen);
    return open < 0 ? slots.length : open;
  });
  const count = Math.min(...known);
  const isClosed = parts.every(({ slots }, i) => slots.length === known[i]);
  if (isClosed && known.some(length => length !== count)) {
    problems.error(
      `The queries that are put together have ${known.join(' and ')} columns.`,
      span,
    );
  }
  const slots: Slot[] = [];
  for (let i = 0; i < count; i += 1) {
    const columns = parts.map(part => part.slots[i] as RelationColumn);
    const lineage = mergedLineage(
      columns.map(column => column.lineage),
      span,
    );
    slots.push({
      ...columns[0],
      lineage,
      fields: undefined,
      isProcessingTime: columns.every(column => column.isProcessingTime),
    });
  }
  if (!isClosed) slots.push(unitedOpen(parts));
  return slots;
}

function unitedOpen(parts: Relation[]): Slot {
  const open = parts.flatMap(({ slots }) => slots.filter(isOpen));
  const known = new Set(open.flatMap(slot => slot.what ?? []));
  const what = [...known].join(', ') || undefined;
  return { tables: open.flatMap(slot => slot.tables), what };
}

function valuesRelation({ rows, span }: Values, context: Context): Relation {
  const width = rows.reduce(
    (most, row) => Math.max(most, row.values.length),
    0,
  );
  const slots: Slot[] = [];
  for (let i = 0; i < width; i += 1) {
    const lineages = rows.flatMap(({ values }) => {
      const value = values[i];
      return !value || value.kind === 'DefaultValue'
        ? []
        : [lineageOfExpression(value, context)];
    });
    slots.push({
      name: `EXPR$${i}`,
      unnamed: true,
      lineage: mergedLineage(lineages, span),
    });
  }
  return { slots, influences: [] };
}
