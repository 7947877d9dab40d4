import {
  StateCompatibility,
  StateVerdictReason,
  worstVerdict,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ResolvedDefinition } from './JobSubmission';

/** What the change of one setting means for state; nothing: it does not matter. @public */
export type SettingJudge = (
  key: string,
  before: unknown,
  after: unknown,
) => StateVerdictReason | undefined;

/**
 * Compares two definitions without understanding them: what is the same keeps
 * its state, of the rest nothing can be told. For engines that cannot compare,
 * and for what they cannot compare.
 *
 * @public
 */
export function compareAsText(
  before: ResolvedDefinition,
  after: ResolvedDefinition,
  judge: SettingJudge = unknownSetting,
): Pick<StateCompatibility, 'verdict' | 'reasons' | 'basis'> {
  const reasons: StateVerdictReason[] = [];
  if (before.type !== after.type) {
    reasons.push({
      verdict: 'needs-clean-start',
      subject: 'spec.type',
      message: `The job was of type ${before.type} and becomes ${after.type}, which cannot read that state.`,
    });
  } else if (stable(before.definition) !== stable(after.definition)) {
    reasons.push({
      verdict: 'risky',
      subject: 'spec.definition',
      message:
        'The definition has changed, and it cannot be told from it which operators keep their state.',
    });
  }
  reasons.push(...compareSettings(before, after, judge));
  return { verdict: worstVerdict(reasons), reasons, basis: 'definition' };
}

/** What a change of processing, parallelism and configuration means. @public */
export function compareSettings(
  before: ResolvedDefinition,
  after: ResolvedDefinition,
  judge: SettingJudge,
): StateVerdictReason[] {
  const reasons: StateVerdictReason[] = [];
  if (before.processing !== after.processing) {
    reasons.push({
      verdict: 'needs-clean-start',
      subject: 'spec.processing',
      message: `The job was ${before.processing} and becomes ${after.processing}: state does not cross that border.`,
    });
  }
  const keys = new Set([
    ...Object.keys(before.configuration ?? {}),
    ...Object.keys(after.configuration ?? {}),
  ]);
  for (const key of [...keys].sort()) {
    const [from, to] = [
      before.configuration?.[key],
      after.configuration?.[key],
    ];
    if (String(from) === String(to)) continue;
    const reason = judge(key, from, to);
    if (reason) reasons.push(reason);
  }
  return reasons;
}

function unknownSetting(key: string): StateVerdictReason {
  return {
    verdict: 'risky',
    subject: key,
    message: `The setting ${key} has changed; what that means for state cannot be told.`,
  };
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
