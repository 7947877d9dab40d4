/**
 * Can a new definition take over the state of the one before?
 *
 * - `compatible`: every piece of state finds its operator again, and means the same there
 * - `risky`: it may start, and what it then does with the old state cannot be told or is not what one expects
 * - `needs-clean-start`: the engine refuses the state, or would take it for something else
 *
 * @public
 */
export type StateVerdict = 'compatible' | 'risky' | 'needs-clean-start';

/** One observation that led to a verdict. @public */
export type StateVerdictReason = {
  /** What this one alone would mean. */
  verdict: StateVerdict;
  /** What differs, in words of the engine: an operator, a table, a plugin block, a jar. */
  subject?: string;
  /** A sentence. Never holds the value of a secret. */
  message: string;
};

/**
 * The comparison of two definitions as their state goes.
 *
 * @public
 */
export type StateCompatibility = {
  /** The worst of the reasons; `compatible` without any. */
  verdict: StateVerdict;
  reasons: StateVerdictReason[];
  /** What was compared: the engine's own plans, or the definitions as text. */
  basis: 'plan' | 'definition';
  /** Version whose state there is. */
  fromVersion?: number;
  /** Version that shall take it over. */
  toVersion?: number;
};

const WORSE: StateVerdict[] = ['compatible', 'risky', 'needs-clean-start'];

/**
 * The verdict that follows from reasons: that of the worst of them.
 *
 * @public
 */
export function worstVerdict(reasons: StateVerdictReason[]): StateVerdict {
  return reasons.reduce<StateVerdict>(
    (worst, { verdict }) =>
      WORSE.indexOf(verdict) > WORSE.indexOf(worst) ? verdict : worst,
    'compatible',
  );
}
