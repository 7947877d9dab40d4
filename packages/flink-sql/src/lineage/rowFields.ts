import type { DataType, Expression } from '../ast';
import type { Context } from './Context';
import { lineageOfExpression } from './expressionLineage';
import { TRANSFORMATION } from './Lineage';
import { LineageCollector } from './LineageCollector';
import type { RelationColumn } from './Relation';

/**
 * The fields of `ROW(a, b)`, `(a, b)` or a CAST of them, each with its own lineage;
 * undefined for other expressions.
 */
export function rowFields(
  expression: Expression,
  context: Context,
): RelationColumn[] | undefined {
  if (expression.kind === 'Cast') {
    const fields = rowFields(expression.operand, context);
    return fields && castFields(fields, expression.type);
  }
  if (expression.kind !== 'Row') return undefined;
  if (!expression.explicit && expression.fields.length === 1) {
    return rowFields(expression.fields[0], context);
  }
  return expression.fields.map((field, i) => {
    const { span } = field;
    const collector = new LineageCollector();
    collector.use(
      lineageOfExpression(field, context),
      { as: 'value', strength: TRANSFORMATION, masking: false, span },
      span,
    );
    return {
      name: `EXPR$${i}`,
      lineage: collector.result(),
      fields: rowFields(field, context),
    };
  });
}

/** CAST names fields by position. */
function castFields(
  fields: RelationColumn[],
  type: DataType,
): RelationColumn[] | undefined {
  if (type.fields.length !== fields.length) return undefined;
  return fields.map((field, i) => {
    const to = type.fields[i];
    return {
      ...field,
      name: to.name.name,
      dataType: to.type,
      fields: field.fields && castFields(field.fields, to.type),
    };
  });
}
