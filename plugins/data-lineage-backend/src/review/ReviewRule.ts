import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What a rule looks for in a change. */
export const REVIEW_RULES = [
  'vanished-column-with-foreign-consumers',
  'changed-column-with-foreign-consumers',
] as const;

/** When a change needs somebody's word. */
export type ReviewRule = {
  rule: (typeof REVIEW_RULES)[number];
  /**
   * `approval`: of somebody with `data-lineage.change.approve` on the job.
   * `reason`: a reason given with the deployment will do.
   */
  require: 'approval' | 'reason';
};

/** Reads `dataLineage.review`; without it no change needs review. */
export function readReviewRules(config: Config): ReviewRule[] {
  return (config.getOptionalConfigArray('dataLineage.review') ?? []).map(
    block => {
      const rule = block.getString('rule') as ReviewRule['rule'];
      const require = (block.getOptionalString('require') ??
        'approval') as ReviewRule['require'];
      if (!REVIEW_RULES.includes(rule)) {
        throw new InputError(
          `dataLineage.review has the rule "${rule}"; there are ${REVIEW_RULES.join(
            ' and ',
          )}.`,
        );
      }
      if (!['approval', 'reason'].includes(require)) {
        throw new InputError(
          `dataLineage.review requires "${require}" for ${rule}; write approval or reason.`,
        );
      }
      return { rule, require };
    },
  );
}
