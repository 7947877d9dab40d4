import type {
  Argument,
  Descriptor,
  FunctionCall,
  Identifier,
  Span,
  TableArgument,
} from '../ast';
import type { Context } from './Context';
import { within } from './Context';
import {
  collectArgument,
  collectInfluences,
  lineageOfExpression,
  referredColumn,
  toReference,
} from './expressionLineage';
import { functionName, isWindowFunction } from './functions';
import type { Lineage } from './Lineage';
import { NO_LINEAGE, TRANSFORMATION } from './Lineage';
import { LineageCollector } from './LineageCollector';
import { queryRelation } from './queryRelation';
import type { Relation, RelationColumn, Slot } from './Relation';
import { derivedFrom, isOpen } from './Relation';
import type { ScopeItem } from './Scope';
import { Scope } from './Scope';
import { namedRelation } from './tableReference';

/** A table argument with its rows and the context that sees their columns. */
type Input = { argument: TableArgument; relation: Relation; context: Context };

/** The rows of a function in FROM. `context` sees what stands before it there. */
export function tableFunctionRelation(
  call: FunctionCall,
  context: Context,
): Relation {
  const inputs = call.args.flatMap(arg => inputOf(arg, context) ?? []);
  if (inputs.length === 0) {
    const lineage = lineageOfArguments(call, context);
    return {
      slots: derivedFrom(lineage, undefined, functionName(call)),
      influences: [],
    };
  }
  if (isWindowFunction(call)) return windowed(call, inputs[0]);
  if (call.name.length === 1) {
    if (functionName(call) === 'ML_PREDICT') return predicted(call, inputs[0]);
    if (functionName(call) === 'VECTOR_SEARCH') {
      return searched(call, inputs[0], context);
    }
    if (/^(TO|FROM)_CHANGELOG$/.test(functionName(call))) {
      return changelog(call, inputs[0]);
    }
  }
  return processed(call, inputs, context);
}

function inputOf(
  { value, span }: Argument,
  context: Context,
): Input | undefined {
  const argument: TableArgument | undefined =
    value.kind === 'Subquery'
      ? {
          kind: 'TableArgument',
          query: value.query,
          partitionBy: [],
          orderBy: [],
          span,
        }
      : value.kind === 'TableArgument'
      ? value
      : undefined;
  if (!argument) return undefined;
  const item = tableArgumentItem(argument, context);
  const scope = new Scope(context.scope);
  scope.items.push(item);
  return {
    argument,
    relation: item.relation,
    context: within(context, scope),
  };
}

function tableArgumentItem(
  { table, query }: TableArgument,
  context: Context,
): ScopeItem {
  if (table) return namedRelation(table, context);
  return {
    names: [],
    relation: query
      ? queryRelation(query, context)
      : { slots: [], influences: [] },
  };
}

/** TUMBLE and its like: the input with three columns of the time column. */
function windowed(call: FunctionCall, input: Input): Relation {
  const { argument, relation, context } = input;
  const rows = new LineageCollector();
  rows.influencesOf(relation.influences, call.span);
  for (const key of argument.partitionBy) {
    collectInfluences(key, 'WINDOW', context, rows);
  }
  const time = new LineageCollector();
  const { span } = call;
  for (const { columns } of descriptorsOf(call)) {
    for (const column of columns) {
      const reference = toReference(column);
      collectInfluences(reference, 'WINDOW', context, rows);
      time.use(
        lineageOfExpression(reference, context),
        { as: 'value', strength: TRANSFORMATION, masking: false, span },
        span,
      );
    }
  }
  const lineage = time.result();
  const names = ['window_start', 'window_end', 'window_time'];
  return {
    slots: [...relation.slots, ...names.map(name => ({ name, lineage }))],
    influences: rows.result().influences,
  };
}

/** The input with the outputs of the model, made of the described columns. */
function predicted(call: FunctionCall, input: Input): Relation {
  const { relation, context } = input;
  const lineage = lineageOfDescriptors(call, context);
  const model = call.args.flatMap(({ value }) =>
    value.kind === 'ModelArgument' ? value.model.parts : [],
  );
  const outputs = model.length
    ? context.catalog.table(model).outputs
    : undefined;
  const names = outputs?.map(column => column.name);
  return {
    slots: [...relation.slots, ...derivedFrom(lineage, names, 'ML_PREDICT')],
    influences: relation.influences,
  };
}

/** The found rows with a score: both vectors decide which these are. */
function searched(call: FunctionCall, input: Input, outer: Context): Relation {
  const { relation, context } = input;
  const rows = new LineageCollector();
  rows.influencesOf(relation.influences, call.span);
  const score = new LineageCollector();
  const use = valueOf(call.span);
  for (const arg of call.args) {
    if (arg.value.kind === 'TableArgument' || isInput(arg, input)) continue;
    const own = arg.value.kind === 'Descriptor' ? context : outer;
    collectArgument(arg, use, own, score);
    const by = {
      as: 'influence',
      subtype: 'JOIN',
      span: arg.span,
    } as const;
    collectArgument(arg, by, own, rows);
  }
  return {
    slots: [...relation.slots, { name: 'score', lineage: score.result() }],
    influences: rows.result().influences,
  };
}

/**
 * TO_CHANGELOG adds a column of operations in front, FROM_CHANGELOG takes it away;
 * the keys that either partitions by go first.
 */
function changelog(call: FunctionCall, input: Input): Relation {
  const { argument, relation, context } = input;
  const rows = new LineageCollector();
  rows.influencesOf(relation.influences, call.span);
  const keys = new Set<string>();
  for (const key of argument.partitionBy) {
    collectInfluences(key, 'WINDOW', context, rows);
    if (key.kind === 'ColumnReference') keys.add(nameOf(key.parts));
  }
  const operation = descriptorsOf(call)[0]?.columns[0]?.name ?? 'op';
  const isKey = (slot: Slot) => !isOpen(slot) && keys.has(slot.name);
  const rest = relation.slots.filter(slot => !isKey(slot));
  const isTo = functionName(call) === 'TO_CHANGELOG';
  return {
    slots: [
      ...relation.slots.filter(isKey),
      ...(isTo
        ? [{ name: operation, lineage: NO_LINEAGE }, ...rest]
        : rest.filter(slot => isOpen(slot) || slot.name !== operation)),
    ],
    influences: rows.result().influences,
  };
}

function nameOf(parts: Identifier[]): string {
  return parts[parts.length - 1].name;
}

/**
 * A process table function: the keys that it partitions by pass through, anything
 * else may come from any column that it gets.
 */
function processed(
  call: FunctionCall,
  inputs: Input[],
  outer: Context,
): Relation {
  const rows = new LineageCollector();
  const values = new LineageCollector();
  const keys: Slot[] = [];
  const use = valueOf(call.span);
  for (const { argument, relation, context } of inputs) {
    rows.influencesOf(relation.influences, call.span);
    for (const key of argument.partitionBy) {
      collectInfluences(key, 'WINDOW', context, rows);
      if (key.kind === 'ColumnReference') {
        const column = referredColumn(key, context);
        if (column) keys.push({ ...column, name: nameOf(key.parts) });
      }
    }
    for (const { expression } of argument.orderBy) {
      collectInfluences(expression, 'WINDOW', context, rows);
    }
    for (const slot of relation.slots) {
      if (isOpen(slot)) {
        context.problems.warn(
          `${functionName(call)} reads ${
            slot.what
          }, whose columns are not known.`,
          argument.span,
        );
      } else values.use(slot.lineage, use, call.span);
    }
    for (const { columns } of descriptorsOf(call)) {
      for (const column of columns) {
        if (inputs.length === 1 || isColumnOf(column.name, relation)) {
          collectInfluences(toReference(column), 'WINDOW', context, rows);
        }
      }
    }
  }
  for (const arg of call.args) {
    const isTable = inputs.some(input => isInput(arg, input));
    if (!isTable && arg.value.kind !== 'Descriptor') {
      collectArgument(arg, use, outer, values);
    }
  }
  const rest = derivedFrom(values.result(), undefined, functionName(call));
  return {
    slots: [...keys, ...rest],
    influences: rows.result().influences,
  };
}

function lineageOfArguments(call: FunctionCall, context: Context): Lineage {
  const collector = new LineageCollector();
  for (const arg of call.args) {
    collectArgument(arg, valueOf(call.span), context, collector);
  }
  return collector.result();
}

function lineageOfDescriptors(call: FunctionCall, context: Context): Lineage {
  const collector = new LineageCollector();
  for (const arg of call.args) {
    if (arg.value.kind === 'Descriptor') {
      collectArgument(arg, valueOf(call.span), context, collector);
    }
  }
  return collector.result();
}

function descriptorsOf(call: FunctionCall): Descriptor[] {
  return call.args.flatMap(({ value }) =>
    value.kind === 'Descriptor' ? [value] : [],
  );
}

function isInput(arg: Argument, { argument }: Input): boolean {
  return arg.value === argument || arg.span === argument.span;
}

function isColumnOf(name: string, { slots }: Relation): boolean {
  return slots.some(
    slot => !isOpen(slot) && (slot as RelationColumn).name === name,
  );
}

function valueOf(span: Span) {
  return {
    as: 'value',
    strength: TRANSFORMATION,
    masking: false,
    span,
  } as const;
}
