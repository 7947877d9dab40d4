import type { MatchRecognize } from '../ast';
import type { Context } from './Context';
import { within } from './Context';
import {
  collectInfluences,
  lineageOfExpression,
  referredColumn,
} from './expressionLineage';
import { TRANSFORMATION } from './Lineage';
import { LineageCollector } from './LineageCollector';
import type { Relation, Slot } from './Relation';
import { Scope } from './Scope';
import { addTableReference } from './tableReference';

/** The matches of a pattern: the keys that partition the rows, then the measures. */
export function matchRelation(match: MatchRecognize, outer: Context): Relation {
  const scope = new Scope(outer.scope);
  const context = within(outer, scope);
  const rows = new LineageCollector();
  addTableReference(match.input, context, outer, rows);
  const input = scope.items.slice();
  // In patterns a variable stands for the rows that it matched.
  const names = [...match.variables, ...match.subsets.map(s => s.name)];
  for (const { name } of names) {
    for (const { relation } of input) {
      scope.items.push({ names: [name], relation, qualifiedOnly: true });
    }
  }
  for (const key of match.partitionBy) {
    collectInfluences(key, 'WINDOW', context, rows);
  }
  for (const { expression } of match.orderBy) {
    collectInfluences(expression, 'WINDOW', context, rows);
  }
  for (const { condition } of match.define) {
    collectInfluences(condition, 'FILTER', context, rows);
  }
  return {
    slots: [...keptSlots(match, input, context), ...measures(match, context)],
    influences: rows.result().influences,
  };
}

function keptSlots(
  match: MatchRecognize,
  input: Scope['items'],
  context: Context,
): Slot[] {
  if (match.rowsPerMatch === 'ALL') return input.flatMap(i => i.relation.slots);
  return match.partitionBy.flatMap(key => {
    if (key.kind !== 'ColumnReference') return [];
    const column = referredColumn(key, context);
    return column
      ? [{ ...column, name: key.parts[key.parts.length - 1].name }]
      : [];
  });
}

function measures(match: MatchRecognize, context: Context): Slot[] {
  return match.measures.map(({ expression, alias }, i) => {
    const { span } = expression;
    const collector = new LineageCollector();
    collector.use(
      lineageOfExpression(expression, context),
      { as: 'value', strength: TRANSFORMATION, masking: false, span },
      span,
    );
    return {
      name: alias?.name ?? `EXPR$${i}`,
      lineage: collector.result(),
    };
  });
}
