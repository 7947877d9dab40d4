/** What the owner of a job is told of without a rule. @public */
export type StandardAlertCause =
  | 'failed'
  | 'degraded'
  | 'checkpoint-too-old'
  | 'verb-failed';

/** A cause to tell the owner; those of rules are `rule:` and the rule's name. @public */
export type AlertCause = StandardAlertCause | `rule:${string}`;

/**
 * Where an alert is: `pending` holds and is not told yet, `recovering` has
 * stopped holding and is not told yet.
 *
 * @public
 */
export type AlertState = 'pending' | 'open' | 'recovering' | 'closed';

/** How urgent a notification is, in Backstage's words. @public */
export type AlertSeverity = 'critical' | 'high' | 'normal' | 'low';

/**
 * A cause that holds, or held last, for a job in an environment. Times are ISO
 * 8601 in UTC.
 *
 * @public
 */
export type JobAlert = {
  entityRef: string;
  environment: string;
  cause: AlertCause;
  state: AlertState;
  severity: AlertSeverity;
  /** What holds, in a sentence. */
  message: string;
  /** Since when it holds. */
  since: string;
  /** Since when `state` is what it is. */
  changedAt: string;
  /** How often it came within the last hour before it settled. */
  times: number;
};

/**
 * What happened to a notification: `due` is about to be sent, `held` waits for
 * the end of the quiet hours, `summed` went out in a summary, `dropped` was
 * given up.
 *
 * @public
 */
export type NoticeState = 'due' | 'held' | 'sent' | 'summed' | 'dropped';

/** A notification to the owner of a job. Times are ISO 8601 in UTC. @public */
export type JobNotice = {
  id: string;
  environment: string;
  cause: AlertCause;
  event: 'opened' | 'recovered';
  /** Entity ref of a user or group. */
  recipient: string;
  title: string;
  description: string;
  severity: AlertSeverity;
  state: NoticeState;
  createdAt: string;
  /** `held`: until when. */
  heldUntil?: string;
  sentAt?: string;
  /** Why it was not sent yet, or never. */
  problem?: string;
};

/** Alerts of a job, those that hold first, and its newest notifications. @public */
export type JobAlerts = { items: JobAlert[]; notices: JobNotice[] };
