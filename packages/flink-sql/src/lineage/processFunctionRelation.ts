import type { FunctionCall, Identifier } from '../ast';
import type { Context } from './Context';
import {
  collectArgument,
  collectInfluences,
  referredColumn,
  toReference,
} from './expressionLineage';
import { functionName } from './functions';
import { NO_LINEAGE } from './Lineage';
import { LineageCollector } from './LineageCollector';
import type { Relation, Slot } from './Relation';
import { derivedFrom, isOpen } from './Relation';
import type { TableInput } from './TableInput';
import { descriptorsOf, isInput, valueOf } from './TableInput';

/**
 * TO_CHANGELOG adds a column of operations in front, FROM_CHANGELOG takes it away;
 * the keys that either partitions by go first.
 */
export function changelogRelation(
  call: FunctionCall,
  input: TableInput,
): Relation {
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
export function processFunctionRelation(
  call: FunctionCall,
  inputs: TableInput[],
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
      if (!isOpen(slot)) values.use(slot.lineage, use, call.span);
      else if (slot.what) {
        context.problems.warn(
          `${functionName(call)} reads ${
            slot.what
          }, whose columns are not known.`,
          argument.span,
        );
      }
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

function isColumnOf(name: string, { slots }: Relation): boolean {
  return slots.some(slot => !isOpen(slot) && slot.name === name);
}
