import {
  AlertCause,
  AlertSeverity,
  AlertState,
} from '@datalark/backstage-plugin-data-jobs-common';

/** Whether a cause holds now; `unknown` leaves everything as it is. */
export type Finding = {
  cause: AlertCause;
  holds: boolean | 'unknown';
  /** How long it has to hold before it is told. */
  forMs: number;
  severity: AlertSeverity;
  /** What holds, in a sentence; the title of the notification. */
  message: string;
  /** Since when it holds, where that is known; default: now. */
  since?: string;
  /** When it does not hold: the job is well, which is worth telling. */
  isWell?: boolean;
};

/** An alert between two looks. */
export type AlertMemory = {
  state: AlertState;
  since: string;
  changedAt: string;
  times: number;
  /** When the owner was told of the present trouble. */
  toldAt?: string;
};

/** How alerts are calmed down. */
export type AlertPace = {
  /** How long a job must be well before that is told; doubles with each relapse. */
  settleMs: number;
  /** A relapse within this time after the end belongs to the same trouble. */
  relapseMs: number;
};

const LONGEST_SETTLE_MS = 3_600_000;

/**
 * What becomes of an alert at a look, and what the owner is told. A job that
 * comes and goes is told of once: it has to stay well for longer each time
 * before it counts as recovered.
 */
export function nextAlert(
  before: AlertMemory | undefined,
  finding: Finding,
  now: string,
  pace: AlertPace,
): { alert: AlertMemory | undefined; tell?: 'opened' | 'recovered' } {
  if (finding.holds === 'unknown') return { alert: before };
  if (!before || before.state === 'closed') {
    return finding.holds
      ? begin(before, finding, now, pace)
      : { alert: before };
  }
  const elapsed = Date.parse(now) - Date.parse(before.changedAt);
  const to = (state: AlertState, more: Partial<AlertMemory> = {}) => ({
    ...before,
    state,
    changedAt: now,
    ...more,
  });
  if (before.state === 'pending') {
    // What was never told does not count as a relapse later.
    if (!finding.holds) {
      return { alert: to('closed', { times: before.times - 1 }) };
    }
    return elapsed >= finding.forMs
      ? { alert: to('open', { toldAt: now }), tell: 'opened' }
      : { alert: before };
  }
  if (before.state === 'open') {
    return { alert: finding.holds ? before : to('recovering') };
  }
  if (finding.holds) return { alert: to('open') };
  if (elapsed < settleMs(before, pace)) return { alert: before };
  return {
    alert: to('closed', { toldAt: undefined }),
    tell: before.toldAt && finding.isWell ? 'recovered' : undefined,
  };
}

function begin(
  before: AlertMemory | undefined,
  finding: Finding,
  now: string,
  pace: AlertPace,
): { alert: AlertMemory; tell?: 'opened' } {
  const isRelapse =
    before && Date.parse(now) - Date.parse(before.changedAt) < pace.relapseMs;
  const isTold = finding.forMs <= 0;
  return {
    alert: {
      state: isTold ? 'open' : 'pending',
      since: finding.since ?? now,
      changedAt: now,
      times: isRelapse ? before.times + 1 : 1,
      toldAt: isTold ? now : undefined,
    },
    tell: isTold ? 'opened' : undefined,
  };
}

function settleMs({ times }: AlertMemory, pace: AlertPace): number {
  return Math.min(
    LONGEST_SETTLE_MS,
    pace.settleMs * 2 ** Math.min(20, Math.max(0, times - 1)),
  );
}
