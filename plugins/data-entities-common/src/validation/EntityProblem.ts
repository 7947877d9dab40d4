/**
 * One thing that is wrong with an entity, said so that its author can mend it.
 *
 * @public
 */
export type EntityProblem = {
  /** Where it is, such as `spec.checks[0].mustBe`. */
  field: string;
  /** What is wrong, with the value where it may be shown, such as `0 is not allowed`. */
  message: string;
  /** What to do, such as `use a whole number of at least 1`. */
  remedy: string;
};

/**
 * A problem as one sentence.
 *
 * @example `spec.parallelism: 0 is not allowed; use a whole number of at least 1`
 *
 * @public
 */
export function formatEntityProblem(problem: EntityProblem): string {
  return `${problem.field}: ${problem.message}; ${problem.remedy}`;
}
