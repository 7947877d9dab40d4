import type {
  Argument,
  Case,
  ColumnReference,
  Expression,
  FieldAccess,
  FunctionCall,
  Identifier,
  OrderItem,
  Query,
  Span,
  Star,
} from '../ast';
import type { EdgeSubtype } from './ColumnEdge';
import type { Context } from './Context';
import { isAggregate, isConditional, isMasking } from './functions';
import type { Lineage } from './Lineage';
import { AGGREGATION, IDENTITY, TRANSFORMATION } from './Lineage';
import type { Use } from './LineageCollector';
import { LineageCollector } from './LineageCollector';
import { fieldOf } from './fieldOf';
import { queryRelation } from './queryRelation';
import type { RelationColumn } from './Relation';
import { rowFields } from './rowFields';
import { isOpen } from './Relation';
import { windowExpressions } from './windowExpressions';

const asValue: Use = { as: 'value', strength: IDENTITY, masking: false };

/** Where the value of an expression comes from. */
export function lineageOfExpression(
  expression: Expression,
  context: Context,
): Lineage {
  const collector = new LineageCollector();
  collect(expression, asValue, context, collector);
  return collector.result();
}

/** Adds what an expression refers to as influences: it decides about rows. */
export function collectInfluences(
  expression: Expression,
  subtype: EdgeSubtype,
  context: Context,
  into: LineageCollector,
): void {
  const use: Use = { as: 'influence', subtype, span: expression.span };
  collect(expression, use, context, into);
}

/** The column that a reference names; says so when there is none. */
export function referredColumn(
  { parts, span }: ColumnReference,
  context: Context,
): RelationColumn | undefined {
  if (parts.some(part => part.name === '')) return undefined;
  const resolution = context.scope.resolve(parts);
  if (!resolution.found) {
    const { reason, wrong } = resolution;
    if (!reason) return undefined;
    if (wrong) context.problems.error(reason, span);
    else context.problems.warn(reason, span);
    return undefined;
  }
  const { found, rest, warning } = resolution;
  if (warning) context.problems.warn(warning, span);
  if (found.unclear) {
    const name = parts.map(part => part.name).join('.');
    context.problems.warn(
      `Column ${name} comes from ${found.unclear}, whose columns are not known.`,
      span,
    );
  }
  return fieldsOf(found, rest, span, context);
}

/** A field of a field of a column; says so when the row has none. */
function fieldsOf(
  column: RelationColumn,
  names: Identifier[],
  span: Span,
  { problems }: Context,
): RelationColumn | undefined {
  let at = column;
  for (const name of names) {
    const fields = at.dataType?.fields ?? [];
    if (fields.length > 0 && !fields.some(f => f.name.name === name.name)) {
      problems.error(`There is no field ${name.name} in ${at.name}.`, span);
      return undefined;
    }
    at = fieldOf(at, name);
  }
  return at;
}

function collect(
  expression: Expression,
  use: Use,
  context: Context,
  into: LineageCollector,
): void {
  const changed = (): Use => atLeast(use, TRANSFORMATION, expression.span);
  const all = (parts: (Expression | undefined)[]) => {
    const inner = changed();
    for (const part of parts) if (part) collect(part, inner, context, into);
  };
  switch (expression.kind) {
    case 'ColumnReference': {
      const column = referredColumn(expression, context);
      if (column) into.use(column.lineage, use, expression.span);
      return;
    }
    case 'Binary':
      collectBinary(expression, changed(), context, into);
      return;
    case 'FunctionCall':
      collectCall(expression, use, context, into);
      return;
    case 'Case':
      collectCase(expression, use, context, into);
      return;
    case 'FieldAccess':
      collectField(expression, use, context, into);
      return;
    case 'Subquery':
      collectQuery(expression.query, use, context, into);
      return;
    case 'Exists':
      into.influencesOf(
        queryRelation(expression.query, context).influences,
        expression.span,
      );
      return;
    case 'In':
    case 'Quantified':
      all([expression.operand, ...(expression.list ?? [])]);
      if (expression.query) {
        collectQuery(expression.query, changed(), context, into);
      }
      return;
    case 'Unary':
    case 'IsTest':
    case 'Cast':
      all([expression.operand]);
      return;
    case 'Between':
      all([expression.operand, expression.low, expression.high]);
      return;
    case 'Like':
      all([expression.operand, expression.pattern, expression.escape]);
      return;
    case 'IntervalLiteral':
      all([expression.value]);
      return;
    case 'Row':
      // `(a)` is a, `ROW(a)` is a row.
      if (!expression.explicit && expression.fields.length === 1) {
        collect(expression.fields[0], use, context, into);
      } else all(expression.fields);
      return;
    case 'Collection':
      all(expression.elements);
      if (expression.query) {
        collectQuery(
          expression.query,
          atLeast(use, AGGREGATION, expression.span),
          context,
          into,
        );
      }
      return;
    case 'Subscript':
      all([expression.operand, expression.index]);
      return;
    default:
  }
}

/** Long chains such as `a || b || …` lean to the left: no recursion there. */
function collectBinary(
  expression: Expression,
  use: Use,
  context: Context,
  into: LineageCollector,
): void {
  const rights: Expression[] = [];
  let left = expression;
  while (left.kind === 'Binary') {
    rights.push(left.right);
    left = left.left;
  }
  collect(left, use, context, into);
  for (const right of rights.reverse()) collect(right, use, context, into);
}

function collectCase(
  { operand, branches, otherwise, span }: Case,
  use: Use,
  context: Context,
  into: LineageCollector,
): void {
  const tests = [operand, ...branches.flatMap(branch => branch.when)];
  for (const test of tests) {
    if (test)
      collect(test, deciding(use, 'CONDITIONAL', test.span), context, into);
  }
  const value = atLeast(use, TRANSFORMATION, span);
  for (const { result } of branches) collect(result, value, context, into);
  if (otherwise) collect(otherwise, value, context, into);
}

function collectCall(
  call: FunctionCall,
  use: Use,
  context: Context,
  into: LineageCollector,
): void {
  const strength = isAggregate(call) ? AGGREGATION : TRANSFORMATION;
  let value = atLeast(use, strength, call.span);
  if (value.as === 'value' && isMasking(call))
    value = { ...value, masking: true };
  call.args.forEach((argument, i) => {
    const test = i === 0 && isConditional(call);
    const span = argument.span;
    const argumentUse = test ? deciding(use, 'CONDITIONAL', span) : value;
    collectArgument(argument, argumentUse, context, into);
  });
  for (const modifier of call.modifiers)
    collect(modifier, value, context, into);
  collectOrder(call.orderBy, context, into);
  collectOrder(call.withinGroup, context, into);
  if (call.filter) collectInfluences(call.filter, 'FILTER', context, into);
  for (const part of windowExpressions(call.over, context)) {
    collectInfluences(part, 'WINDOW', context, into);
  }
}

/** Also of calls in FROM, whose arguments can be tables. */
export function collectArgument(
  { value }: Argument,
  use: Use,
  context: Context,
  into: LineageCollector,
): void {
  if (value.kind === 'Descriptor') {
    for (const column of value.columns) {
      collect(toReference(column), use, context, into);
    }
  } else if (value.kind === 'TableArgument') {
    if (value.query) collectQuery(value.query, use, context, into);
  } else if (isExpression(value)) collect(value, use, context, into);
}

function collectOrder(
  items: OrderItem[],
  context: Context,
  into: LineageCollector,
): void {
  for (const { expression } of items) {
    collectInfluences(expression, 'SORT', context, into);
  }
}

function collectField(
  expression: FieldAccess,
  use: Use,
  context: Context,
  into: LineageCollector,
): void {
  const { operand, names } = fieldPath(expression);
  const { span } = expression;
  const changed = atLeast(use, TRANSFORMATION, span);
  const put = rowFields(operand, context);
  if (put) {
    const lineage = lineageOfExpression(operand, context);
    const row = { name: '', lineage, fields: put };
    into.use(names.reduce(fieldOf, row).lineage, changed, span);
  } else if (operand.kind === 'ColumnReference') {
    const column = referredColumn(operand, context);
    const field = column && fieldsOf(column, names, span, context);
    if (field) into.use(field.lineage, use, span);
  } else collect(operand, changed, context, into);
}

/** `((e).a).b` as e and the names behind it. */
function fieldPath(expression: FieldAccess) {
  const names: Identifier[] = [];
  let operand: Expression = expression;
  while (operand.kind === 'FieldAccess') {
    if (operand.field.kind === 'Identifier') names.unshift(operand.field);
    operand = operand.operand;
  }
  while (
    operand.kind === 'Row' &&
    !operand.explicit &&
    operand.fields.length === 1
  ) {
    operand = operand.fields[0];
  }
  return { operand, names };
}

/** A query that stands for a value, or for the values that one is looked up in. */
function collectQuery(
  query: Query,
  use: Use,
  context: Context,
  into: LineageCollector,
): void {
  const relation = queryRelation(query, context);
  for (const slot of relation.slots) {
    if (!isOpen(slot)) into.use(slot.lineage, use, query.span);
    else if (slot.what) {
      context.problems.warn(
        `* reads ${slot.what}, whose columns are not known.`,
        query.span,
      );
    }
  }
  into.influencesOf(relation.influences, query.span);
}

function atLeast(use: Use, strength: number, span: Span): Use {
  if (use.as === 'influence' || use.strength >= strength) return use;
  return { ...use, strength, span };
}

function deciding(use: Use, subtype: EdgeSubtype, span: Span): Use {
  return use.as === 'influence' ? use : { as: 'influence', subtype, span };
}

export function toReference(name: Identifier): ColumnReference {
  return { kind: 'ColumnReference', parts: [name], span: name.span };
}

function isExpression(value: Argument['value']): value is Expression | Star {
  return ![
    'TableArgument',
    'ModelArgument',
    'Descriptor',
    'DefaultValue',
  ].includes(value.kind);
}
