import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { SqlStatement } from '@datalark/flink-sql';

/** A statement with its number in the script, from 1. */
export type NumberedStatement = { statement: SqlStatement; number: number };

/**
 * A script, taken apart into what prepares the session, in order, and the
 * INSERTs, which become one job whatever statement set they stood in.
 */
export type ScriptPlan = {
  setup: NumberedStatement[];
  inserts: NumberedStatement[];
  /** A compiled plan to run instead of INSERTs. */
  compiledPlan?: NumberedStatement;
  /** What is wrong or odd before Flink was asked; places are in the script. */
  problems: DefinitionProblem[];
};

/** True when nothing may be sent to Flink. */
export function isRefused(plan: ScriptPlan): boolean {
  return plan.problems.some(problem => problem.severity === 'error');
}
