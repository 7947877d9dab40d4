import { HealthReasonCode } from '@datalark/backstage-plugin-data-jobs-common';
import { longestCheckpointAge } from '../checkpoints/longestCheckpointAge';
import { AlertSubject, jobTitle } from './AlertSubject';
import { Finding } from './nextAlert';
import { NotificationSettings } from './NotificationSettings';
import { durationWords } from './timeWords';

const GONE: HealthReasonCode[] = ['failed', 'absent'];
const CHECKPOINT: HealthReasonCode[] = [
  'checkpoint-stale',
  'checkpoint-failing',
];

/** Snapshots that were read longer ago tell nothing of now. */
const SNAPSHOTS_FRESH_MS = 300_000;

const WORDS: Partial<Record<HealthReasonCode, string>> = {
  'no-running-task': 'none of its tasks runs',
  restarting: 'the engine restarts it',
  backpressured: 'it is back-pressured',
};

/** What every owner is told of: failed, degraded, checkpoint too old. */
export function standardFindings(
  subject: AlertSubject,
  settings: NotificationSettings,
  now: number,
): Finding[] {
  return [
    failed(subject),
    degraded(subject, settings),
    checkpointTooOld(subject, settings, now),
  ];
}

/** A verb changes the state, or nobody knows it: neither begins nor ends anything. */
function isInDoubt({ deployment, operating }: AlertSubject): boolean {
  const { state, health } = deployment.observation;
  return operating || state === 'unknown' || health.state === 'unknown';
}

/** The job does what is wanted of it. */
export function isWell({ deployment, job }: AlertSubject): boolean {
  const { state, health } = deployment.observation;
  return state === 'running'
    ? health.state === 'ok'
    : state === 'finished' &&
        job.processing === 'batch' &&
        deployment.desired === 'running';
}

function failed(subject: AlertSubject): Finding {
  const { deployment, job } = subject;
  const { state, since, health } = deployment.observation;
  const holds = health.reasons.some(({ code }) => GONE.includes(code));
  const isProduction = [job.spec.lifecycle, deployment.environment].includes(
    'production',
  );
  return {
    cause: 'failed',
    holds: isInDoubt(subject) || state === 'deploying' ? 'unknown' : holds,
    forMs: 0,
    severity: isProduction ? 'critical' : 'high',
    message:
      state === 'absent'
        ? `${jobTitle(subject)} is gone from engine ${deployment.engine}`
        : `${jobTitle(subject)} failed`,
    since,
    isWell: isWell(subject),
  };
}

function degraded(
  subject: AlertSubject,
  settings: NotificationSettings,
): Finding {
  const { observation, desired } = subject.deployment;
  const reasons = observation.health.reasons.filter(
    ({ code }) => !GONE.includes(code) && !CHECKPOINT.includes(code),
  );
  const [first] = reasons;
  const differs = `it should be ${desired} and is ${observation.state}`;
  const words =
    first?.code === 'desired-differs' ? differs : first && WORDS[first.code];
  return {
    cause: 'degraded',
    holds: isInDoubt(subject)
      ? 'unknown'
      : observation.health.state === 'degraded' && reasons.length > 0,
    forMs: settings.degradedAfterMs,
    severity: 'normal',
    message: `${jobTitle(subject)} is degraded${words ? `: ${words}` : ''}`,
    isWell: isWell(subject),
  };
}

function checkpointTooOld(
  subject: AlertSubject,
  settings: NotificationSettings,
  now: number,
): Finding {
  const { deployment, snapshot, job, runStartedAt } = subject;
  const { observation, snapshotsCheckedAt } = deployment;
  const finding = {
    cause: 'checkpoint-too-old' as const,
    forMs: 0,
    severity: 'high' as const,
    isWell: isWell(subject),
  };
  const title = jobTitle(subject);
  const told = observation.health.reasons
    .map(({ code }) => code)
    .filter(code => CHECKPOINT.includes(code));
  if (isInDoubt(subject)) return { ...finding, holds: 'unknown', message: '' };
  // Without one only who can tell that one is due says that it is too old.
  const from = snapshot?.createdAt ?? (told.length ? runStartedAt : undefined);
  if (told.includes('checkpoint-failing') || (told.length && !from)) {
    const message = `${title}: checkpoints do not get done`;
    return { ...finding, holds: true, message };
  }
  const isRunning = observation.state === 'running';
  if (!isRunning || !from || job.spec.upgradeMode === 'stateless') {
    return { ...finding, holds: false, message: '' };
  }
  const age = now - Date.parse(from);
  const limit = longestCheckpointAge(
    subject.checkpointIntervalMs ?? 0,
    snapshot,
    settings.checkpointTooOldMs,
  );
  const isFresh =
    now - Date.parse(snapshotsCheckedAt ?? '1970') < SNAPSHOTS_FRESH_MS;
  return {
    ...finding,
    holds: isFresh || told.length ? age > limit : 'unknown',
    since: new Date(Date.parse(from) + limit).toISOString(),
    message: snapshot
      ? `${title}: the newest ${snapshot.kind} is ${durationWords(age)} old`
      : `${title}: no checkpoint since it began ${durationWords(age)} ago`,
  };
}
