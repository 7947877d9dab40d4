import type { FunctionCall } from '../ast';
import type { Context } from './Context';
import {
  collectArgument,
  collectInfluences,
  lineageOfExpression,
  toReference,
} from './expressionLineage';
import { functionName, isWindowFunction } from './functions';
import type { Lineage } from './Lineage';
import { LineageCollector } from './LineageCollector';
import {
  changelogRelation,
  processFunctionRelation,
} from './processFunctionRelation';
import type { Relation } from './Relation';
import { derivedFrom } from './Relation';
import type { TableInput } from './TableInput';
import { descriptorsOf, inputOf, isInput, valueOf } from './TableInput';

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
      return changelogRelation(call, inputs[0]);
    }
  }
  return processFunctionRelation(call, inputs, context);
}

/** TUMBLE and its like: the input with three columns of the time column. */
function windowed(call: FunctionCall, input: TableInput): Relation {
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
      time.use(lineageOfExpression(reference, context), valueOf(span), span);
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
function predicted(call: FunctionCall, input: TableInput): Relation {
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
function searched(
  call: FunctionCall,
  input: TableInput,
  outer: Context,
): Relation {
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
