import type {
  Argument,
  Descriptor,
  FunctionCall,
  Span,
  TableArgument,
} from '../ast';
import type { Context } from './Context';
import { within } from './Context';
import { TRANSFORMATION } from './Lineage';
import { queryRelation } from './queryRelation';
import type { Relation } from './Relation';
import type { ScopeItem } from './Scope';
import { Scope } from './Scope';
import { namedRelation } from './tableReference';

/** A table argument with its rows and the context that sees their columns. */
export type TableInput = {
  argument: TableArgument;
  relation: Relation;
  context: Context;
};

/** The table that an argument brings, if it is one. */
export function inputOf(
  arg: Argument,
  context: Context,
): TableInput | undefined {
  const argument = tableArgument(arg);
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

/** A query in parentheses is a table argument, too. */
function tableArgument({ value, span }: Argument): TableArgument | undefined {
  if (value.kind === 'TableArgument') return value;
  if (value.kind !== 'Subquery') return undefined;
  const { query } = value;
  return { kind: 'TableArgument', query, partitionBy: [], orderBy: [], span };
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

/** The DESCRIPTORs of a call. */
export function descriptorsOf(call: FunctionCall): Descriptor[] {
  return call.args.flatMap(({ value }) =>
    value.kind === 'Descriptor' ? [value] : [],
  );
}

/** Tells whether an argument is that table. */
export function isInput(arg: Argument, { argument }: TableInput): boolean {
  return arg.value === argument || arg.span === argument.span;
}

/** What a function makes of its arguments. */
export function valueOf(span: Span) {
  return {
    as: 'value',
    strength: TRANSFORMATION,
    masking: false,
    span,
  } as const;
}
