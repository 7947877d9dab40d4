import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { NoticeDraft, StoredNotice } from '../database/NoticeStore';
import { Stores } from '../database/Stores';
import { Redactor } from '../secrets/Redactor';
import { timeWords } from './timeWords';

/** A sender that is gone holds a notification no longer than this. */
const CLAIM_MS = 60_000;
const MAX_ATTEMPTS = 12;
const LONGEST_WAIT_MS = 1_800_000;
const MOST_LINES = 30;
const SEVERITIES = ['critical', 'high', 'normal', 'low'] as const;
const NOT_INSTALLED =
  'The notifications plugin is not installed in this portal: owners of jobs are not notified.';

/** Sends what is due; what was held back goes out as one summary per owner. */
export class NoticeSender {
  #isMissing = false;

  constructor(
    private readonly deps: {
      stores: Pick<Stores, 'notices'>;
      notifications: NotificationService;
      redactor: Redactor;
      logger: LoggerService;
    },
  ) {}

  /** Frees what was held back until now. */
  async release(now: string): Promise<void> {
    const { notices } = this.deps.stores;
    const byOwner = new Map<string, StoredNotice[]>();
    for (const notice of await notices.overdue(now)) {
      const list = byOwner.get(notice.recipient) ?? [];
      byOwner.set(notice.recipient, [...list, notice]);
    }
    for (const [recipient, held] of byOwner) {
      await notices.release(
        held.map(({ id }) => id),
        held.length > 1 ? summaryOf(recipient, held, now) : undefined,
      );
    }
  }

  async send(now: number): Promise<void> {
    const { stores, logger, redactor } = this.deps;
    for (const notice of await stores.notices.claimDue(now, CLAIM_MS)) {
      try {
        await this.#send(notice);
        await stores.notices.sent(notice.id, new Date(now).toISOString());
      } catch (error) {
        const problem = redactor.message(error);
        const isMissing = isNotInstalled(problem);
        const isOver = isMissing || notice.attempts >= MAX_ATTEMPTS;
        const waitMs = Math.min(LONGEST_WAIT_MS, 10_000 * 2 ** notice.attempts);
        await stores.notices.failed(
          notice.id,
          isMissing ? NOT_INSTALLED : problem,
          isOver ? undefined : now + waitMs,
        );
        if (!isMissing) logger.warn(`A notification was not sent: ${problem}`);
        else if (!this.#isMissing) logger.info(NOT_INSTALLED);
        this.#isMissing = isMissing;
      }
    }
  }

  async #send(notice: StoredNotice): Promise<void> {
    const { notifications, redactor } = this.deps;
    await notifications.send({
      recipients: { type: 'entity', entityRef: notice.recipient },
      payload: {
        ...redactor.value(notice.payload),
        topic: notice.cause.replace(/^rule:.*/, 'rule'),
        scope: notice.scope,
      },
    });
  }
}

/** The client of the plugin passes on what its missing routes answer. */
function isNotInstalled(problem: string): boolean {
  return /failed with status 404\b/.test(problem);
}

function summaryOf(
  recipient: string,
  held: StoredNotice[],
  now: string,
): NoticeDraft {
  const jobs = new Set(held.map(({ entityRef }) => entityRef));
  const lines = held.map(
    ({ createdAt, payload }) => `${timeWords(createdAt)}: ${payload.title}`,
  );
  const more = lines.length - MOST_LINES;
  return {
    environment: '',
    cause: held[0].cause,
    event: 'opened',
    recipient,
    scope: `data-jobs:summary:${recipient}:${now}`,
    createdAt: now,
    payload: {
      title: `While it was quiet: ${held.length} notifications about ${
        jobs.size === 1 ? 'one job' : `${jobs.size} jobs`
      }`,
      description: [
        ...lines.slice(0, MOST_LINES),
        ...(more > 0 ? [`and ${more} more`] : []),
      ].join('\n'),
      link:
        jobs.size === 1
          ? held[0].payload.link
          : `/data-jobs?${new URLSearchParams({ owner: recipient })}`,
      severity: SEVERITIES.find(one =>
        held.some(({ payload }) => payload.severity === one),
      )!,
      metadata: { jobs: [...jobs].filter(Boolean) as string[] },
    },
  };
}
