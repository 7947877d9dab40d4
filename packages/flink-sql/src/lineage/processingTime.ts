import type { Expression } from '../ast';
import { functionName } from './functions';
import type { Scope } from './Scope';

/** `PROCTIME()` gives a processing-time attribute; what is made of it is none. */
export function isProcessingTime(expression: Expression): boolean {
  return (
    expression.kind === 'FunctionCall' &&
    expression.name.length === 1 &&
    functionName(expression) === 'PROCTIME'
  );
}

/**
 * Whether `FOR SYSTEM_TIME AS OF` makes a lookup of a join: by Flink's planner it
 * does where it names a processing-time attribute of what stands left of it. By
 * row time it is a temporal join, and by a literal time travel: both scan.
 */
export function isLookup(asOf: Expression | undefined, scope: Scope): boolean {
  if (asOf?.kind !== 'ColumnReference') return false;
  const column = scope.resolve(asOf.parts);
  return Boolean(column.found?.isProcessingTime && column.rest.length === 0);
}
