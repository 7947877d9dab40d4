import {
  AlertCondition,
  AlertRule,
} from '@datalark/backstage-plugin-data-entities-common';
import { isLiveState } from '@datalark/backstage-plugin-data-jobs-common';
import { AlertSubject, jobTitle } from './AlertSubject';
import { Finding } from './nextAlert';
import { parseDuration } from './parseDuration';
import { isWell } from './standardFindings';
import { durationWords } from './timeWords';

const HOUR = 3_600_000;
/** A lag that was measured longer ago tells nothing of now. */
const LAG_FRESH_MS = 300_000;

/** Whether a condition holds, and what it sees, for the notification. */
type Verdict = { holds: boolean | 'unknown'; sees: string };

/** What a job's own rules find. */
export function ruleFindings(subject: AlertSubject, now: number): Finding[] {
  const rules = subject.job.spec.notifications?.rules ?? [];
  return rules.map(rule => {
    const verdicts = (rule.any ?? rule.all ?? []).map(condition =>
      verdictOf(condition, subject, now),
    );
    const isWanted = subject.deployment.desired === 'running';
    return {
      cause: `rule:${rule.name}` as const,
      holds: holdsOf(rule, verdicts, subject),
      forMs: parseDuration(rule.for) ?? 0,
      severity: rule.severity ?? 'high',
      message: `${jobTitle(subject)}: ${rule.name} (${verdicts
        .filter(({ holds }) => holds === true)
        .map(({ sees }) => sees)
        .join(rule.any ? ', ' : ' and ')})`,
      isWell: isWanted && isWell(subject),
    };
  });
}

/** How far back rules look for restarts, in milliseconds. */
export function ruleWindowMs(rules: AlertRule[]): number {
  return Math.max(
    0,
    ...rules
      .flatMap(rule => rule.any ?? rule.all ?? [])
      .map(({ restarts, within, lag }) => {
        if (restarts !== undefined) return parseDuration(within) ?? HOUR;
        return lag === undefined ? 0 : LAG_FRESH_MS;
      }),
  );
}

function holdsOf(
  rule: AlertRule,
  verdicts: Verdict[],
  { operating }: AlertSubject,
): boolean | 'unknown' {
  if (operating) return 'unknown';
  const has = (value: boolean | 'unknown') =>
    verdicts.some(({ holds }) => holds === value);
  if (rule.any) return has(true) || (has('unknown') ? 'unknown' : false);
  if (has(false)) return false;
  return has('unknown') ? 'unknown' : verdicts.length > 0;
}

function verdictOf(
  condition: AlertCondition,
  subject: AlertSubject,
  now: number,
): Verdict {
  const { observation } = subject.deployment;
  const { state } = observation;
  if (condition.state) {
    const isHidden = state === 'unknown' && condition.state !== 'unknown';
    return {
      holds: isHidden ? 'unknown' : state === condition.state,
      sees: `it is ${state}`,
    };
  }
  if (state === 'unknown') return { holds: 'unknown', sees: '' };
  // The others are about a run that goes on.
  if (!isLiveState(state)) {
    return { holds: false, sees: '' };
  }
  if (condition.checkpointAge) return checkpointAge(condition, subject, now);
  if (condition.duration) return duration(condition, subject, now);
  if (condition.restarts) return restartsWithin(condition, subject, now);
  if (condition.lag) return lagOf(condition, subject, now);
  return { holds: 'unknown', sees: '' };
}

function checkpointAge(
  condition: AlertCondition,
  { snapshot, runStartedAt }: AlertSubject,
  now: number,
): Verdict {
  const from = snapshot?.createdAt ?? runStartedAt;
  if (!from) return { holds: 'unknown', sees: '' };
  const age = now - Date.parse(from);
  return {
    holds: age > parseDuration(condition.checkpointAge)!,
    sees: snapshot
      ? `the newest checkpoint is ${durationWords(age)} old`
      : `no checkpoint since it began ${durationWords(age)} ago`,
  };
}

function duration(
  condition: AlertCondition,
  { runStartedAt }: AlertSubject,
  now: number,
): Verdict {
  if (!runStartedAt) return { holds: 'unknown', sees: '' };
  const age = now - Date.parse(runStartedAt);
  return {
    holds: age > parseDuration(condition.duration)!,
    sees: `it has gone on for ${durationWords(age)}`,
  };
}

function restartsWithin(
  condition: AlertCondition,
  { samples }: AlertSubject,
  now: number,
): Verdict {
  const windowMs = parseDuration(condition.within) ?? HOUR;
  const counts = samples
    .filter(({ at }) => at >= now - windowMs)
    .flatMap(({ values }) => values.restarts ?? []);
  if (!counts.length) return { holds: 'unknown', sees: '' };
  const count = counts[counts.length - 1] - counts[0];
  return {
    holds: count >= condition.restarts!,
    sees: `${count} restarts within ${durationWords(windowMs)}`,
  };
}

function lagOf(
  condition: AlertCondition,
  { samples }: AlertSubject,
  now: number,
): Verdict {
  const newest = [...samples]
    .reverse()
    .find(({ at, values }) =>
      at >= now - LAG_FRESH_MS ? values.sourceLag !== undefined : false,
    );
  const value = newest?.values.sourceLag;
  if (value === undefined) return { holds: 'unknown', sees: '' };
  return {
    holds: value >= condition.lag!,
    sees: `the sources are ${value} records behind`,
  };
}
