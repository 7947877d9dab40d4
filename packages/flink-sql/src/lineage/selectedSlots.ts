import type { Expression, Select, Star } from '../ast';
import type { Context } from './Context';
import { lineageOfExpression, referredColumn } from './expressionLineage';
import { fieldOf } from './fieldOf';
import { locatedAt } from './Lineage';
import { isProcessingTime } from './processingTime';
import type { RelationColumn, Slot } from './Relation';
import { isOpen } from './Relation';
import { rowFields } from './rowFields';

/** Wider rows than this are cut: nobody writes them, but a star of stars can. */
const MOST_COLUMNS = 20_000;

/** The columns of a SELECT list, named as Flink names them. */
export function selectedSlots(select: Select, context: Context): Slot[] {
  const slots: Slot[] = [];
  const names = new Set<string>();
  for (const { expression, alias } of select.items) {
    if (expression.kind === 'Star') {
      addStar(expression, context, slots, names);
    } else if (
      expression.kind === 'FieldAccess' &&
      expression.field.kind === 'Star'
    ) {
      addFields(expression.operand, expression.field, context, slots, names);
    } else {
      const column = columnOf(expression, alias?.name, slots.length, context);
      slots.push(column);
      names.add(column.name);
      if (alias) context.scope.aliases.set(alias.name, column);
    }
    if (slots.length > MOST_COLUMNS) {
      context.problems.warn(
        `Only the first ${MOST_COLUMNS} columns are looked at.`,
        select.span,
      );
      return slots.slice(0, MOST_COLUMNS);
    }
  }
  return slots;
}

function columnOf(
  expression: Expression,
  alias: string | undefined,
  position: number,
  context: Context,
): RelationColumn {
  if (expression.kind === 'ColumnReference') {
    const column = referredColumn(expression, context);
    const last = expression.parts[expression.parts.length - 1];
    return {
      name: alias ?? last.name,
      lineage: locatedAt(
        column?.lineage ?? { sources: [], influences: [] },
        expression.span,
      ),
      type: column?.type,
      dataType: column?.dataType,
      fields: column?.fields,
      unclear: column?.unclear,
      isProcessingTime: column?.isProcessingTime,
    };
  }
  return {
    name: alias ?? `EXPR$${position}`,
    unnamed: alias === undefined,
    expression: alias === undefined ? expression.span : undefined,
    lineage: lineageOfExpression(expression, context),
    dataType: expression.kind === 'Cast' ? expression.type : undefined,
    fields: rowFields(expression, context),
    isProcessingTime: isProcessingTime(expression),
  };
}

function addStar(
  star: Star,
  context: Context,
  slots: Slot[],
  names: Set<string>,
): void {
  const { scope, problems } = context;
  if (star.qualifier.length > 0) {
    const item = scope.itemNamed(star.qualifier);
    if (!item) {
      addFields(
        { kind: 'ColumnReference', parts: star.qualifier, span: star.span },
        star,
        context,
        slots,
        names,
      );
      return;
    }
    addSlots(item.relation.slots, star, slots, names);
    return;
  }
  if (scope.items.length === 0) problems.error('* without FROM.', star.span);
  addSlots([...scope.common.values()], star, slots, names);
  for (const item of scope.items) {
    if (!item.qualifiedOnly) {
      const own = item.relation.slots.filter(
        slot => isOpen(slot) || !scope.common.has(slot.name),
      );
      addSlots(own, star, slots, names);
    }
  }
}

function addSlots(
  from: Slot[],
  star: Star,
  slots: Slot[],
  names: Set<string>,
): void {
  for (const slot of from) {
    if (isOpen(slot)) slots.push({ ...slot, span: slot.span ?? star.span });
    else {
      const name = unique(slot.name, names);
      names.add(name);
      const lineage = locatedAt(slot.lineage, star.span);
      slots.push({ ...slot, name, lineage });
    }
    if (slots.length > MOST_COLUMNS) return;
  }
}

/** `row.*`: the fields of a row whose type is known. */
function addFields(
  operand: Expression,
  star: Star,
  context: Context,
  slots: Slot[],
  names: Set<string>,
): void {
  const column =
    operand.kind === 'ColumnReference'
      ? referredColumn(operand, context)
      : undefined;
  const fields = column?.dataType?.fields ?? [];
  if (column && fields.length > 0) {
    addSlots(
      fields.map(field => fieldOf(column, field.name)),
      star,
      slots,
      names,
    );
    return;
  }
  const what = 'a row whose fields are not known';
  if (column || operand.kind !== 'ColumnReference') {
    context.problems.warn(`* reads ${what}.`, star.span);
  }
  slots.push({ tables: [], what, span: star.span });
}

/** As Flink does: a name that the star meets again gets a number. */
function unique(name: string, names: Set<string>): string {
  if (!names.has(name)) return name;
  for (let i = 0; ; i += 1) {
    if (!names.has(`${name}${i}`)) return `${name}${i}`;
  }
}
