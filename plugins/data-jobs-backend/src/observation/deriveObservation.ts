import {
  DesiredState,
  Health,
  HealthReason,
  HealthReasonCode,
  isLiveState,
  Observation,
  ObservedState,
  TERMINAL_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ObservedJob } from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../database/DeploymentStore';
import { isNoted } from './runReasons';

/** One look at one job of an engine. */
export type JobLook =
  | { reachable: false; observedAt: string; message: string }
  | { reachable: true; observedAt: string; job?: ObservedJob };

/** What else decides how a look is understood. */
export type LookContext = {
  /** An operation is under way: a difference from what is desired is expected. */
  operating: boolean;
  processing: 'streaming' | 'batch';
  /** What slower looks found of the run. Absent: what they had found before. */
  noted?: HealthReason[];
};

/** A just accepted job that an older answer does not show is not absent yet. */
const ACCEPTANCE_GRACE_MS = 5_000;

/**
 * The observation after a look. Silence makes a going job unknown and keeps
 * what was known; an ended run stays ended; `since` moves only with the state.
 */
export function deriveObservation(
  before: StoredDeployment,
  look: JobLook,
  context: LookContext,
): { observation: Observation; lastKnownSince?: string } {
  const old = before.observation;
  if (!look.reachable) {
    return unclear(before, { ...look, code: 'engine-unreachable' }, context);
  }
  const { job, observedAt } = look;
  if (job?.state === 'unknown') {
    const message =
      job.message ??
      `What engine ${before.engine} says of the job is not understood.`;
    return unclear(
      before,
      { observedAt, message, code: 'not-understood' },
      context,
    );
  }
  const state = stateOf(before, look);
  const known = job ?? old;
  const base: Observation = {
    state,
    health: { state: 'none', reasons: [] },
    observedAt,
    since: sinceOf(before, state, observedAt),
    engineJobId: old.engineJobId,
    tasks: known.tasks,
    records: known.records,
    message: messageOf(before, state, job),
  };
  const noted =
    state === 'running'
      ? context.noted ?? old.health.reasons.filter(isNoted)
      : [];
  base.health = healthOf(
    state,
    before.desired,
    base,
    job?.reasons,
    context,
    noted,
  );
  return { observation: base };
}

function unclear(
  before: StoredDeployment,
  look: { observedAt: string; message: string; code: HealthReasonCode },
  context: LookContext,
) {
  const old = before.observation;
  if (isOver(old.state)) {
    return {
      observation: {
        ...old,
        observedAt: look.observedAt,
        health: healthOf(old.state, before.desired, old, [], context),
      },
    };
  }
  const wasKnown = old.state !== 'unknown';
  return {
    lastKnownSince: wasKnown ? old.since : before.lastKnownSince,
    observation: {
      ...old,
      state: 'unknown' as const,
      observedAt: look.observedAt,
      since: wasKnown ? look.observedAt : old.since,
      lastKnown: wasKnown
        ? { state: old.state, observedAt: old.observedAt }
        : old.lastKnown,
      message: look.message,
      health: {
        state: 'unknown' as const,
        reasons: [{ code: look.code, message: look.message }],
      },
    },
  };
}

function stateOf(
  before: StoredDeployment,
  { job, observedAt }: JobLook & { reachable: true },
): ObservedState {
  const old = before.observation;
  const oldState =
    old.state === 'unknown' ? old.lastKnown?.state ?? 'absent' : old.state;
  if (!job) {
    if (before.submittingSince) return 'deploying';
    if (isOver(oldState)) return oldState;
    const accepted = before.submittedAt
      ? Date.parse(before.submittedAt)
      : -Infinity;
    return Date.parse(observedAt) < accepted + ACCEPTANCE_GRACE_MS
      ? 'deploying'
      : 'absent';
  }
  // Engines that reuse the id still show the former run's end.
  if (before.submittingSince && isOver(job.state)) return 'deploying';
  const endedByStop = job.state === 'finished' || job.state === 'canceled';
  if (before.desired === 'suspended' && endedByStop) return 'suspended';
  return job.state;
}

function sinceOf(
  before: StoredDeployment,
  state: ObservedState,
  observedAt: string,
): string {
  const old = before.observation;
  if (old.state === state) {
    return old.since < observedAt ? old.since : observedAt;
  }
  const isBack = old.state === 'unknown' && old.lastKnown?.state === state;
  return (isBack && before.lastKnownSince) || observedAt;
}

function messageOf(
  before: StoredDeployment,
  state: ObservedState,
  job?: ObservedJob,
): string | undefined {
  if (job) {
    // Found out after the fact and not part of every answer.
    const isSame = state === 'failed' && before.observation.state === state;
    return job.message ?? (isSame ? before.observation.message : undefined);
  }
  if (state === 'absent') {
    return `The engine ${before.engine} answers and does not know the job: it may have restarted without memory of it.`;
  }
  return state === before.observation.state
    ? before.observation.message
    : undefined;
}

function healthOf(
  state: ObservedState,
  desired: DesiredState,
  { message }: Pick<Observation, 'message'>,
  engineReasons: HealthReason[] = [],
  context: LookContext,
  noted: HealthReason[] = [],
): Health {
  const goes = isLiveState(state);
  const reasons = goes ? [...engineReasons] : [];
  const add = (code: HealthReason['code'], text: string) => {
    if (!reasons.some(reason => reason.code === code)) {
      reasons.push({ code, message: text });
    }
  };
  if (desired === 'running' && !context.operating) {
    if (state === 'failed') add('failed', message ?? 'The job failed.');
    if (state === 'absent') {
      add('absent', message ?? 'The engine does not know the job.');
    }
    const endedEarly = state === 'finished' && context.processing !== 'batch';
    if (state === 'canceled' || state === 'suspended' || endedEarly) {
      add('desired-differs', `The job should run and is ${state}.`);
    }
  }
  if (desired !== 'running' && goes && !context.operating) {
    add(
      'desired-differs',
      `The job should be ${desired} and is ${state}: somebody may have started it outside the portal, or the operation failed.`,
    );
  }
  for (const { code, message: text } of noted) add(code, text);
  if (reasons.length) return { state: 'degraded', reasons };
  return { state: goes ? 'ok' : 'none', reasons };
}

function isOver(state: ObservedState): boolean {
  return TERMINAL_STATES.includes(state);
}
