import { randomUUID } from 'crypto';
import { JsonObject } from '@backstage/types';
import {
  AlertSeverity,
  JobNotice,
  Operation,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { keyFromRow } from './DeploymentStore';

/** What is told, in the words of Backstage's notifications. */
export type NoticePayload = {
  title: string;
  description: string;
  link?: string;
  severity: AlertSeverity;
  metadata: JsonObject;
};

/** A notification as the table holds it. */
export type StoredNotice = Pick<
  JobNotice,
  | 'id'
  | 'environment'
  | 'cause'
  | 'event'
  | 'recipient'
  | 'state'
  | 'createdAt'
  | 'heldUntil'
  | 'sentAt'
  | 'problem'
> & {
  /** Absent for a summary of several jobs. */
  entityRef?: string;
  operationId?: string;
  /** A notification with the same scope takes the place of the one before. */
  scope: string;
  payload: NoticePayload;
  attempts: number;
  nextTry: number;
};

/** What is to be told. */
export type NoticeDraft = Omit<
  StoredNotice,
  'id' | 'state' | 'sentAt' | 'problem' | 'attempts' | 'nextTry'
> & {
  /** Why nobody wants to be told: it is written down, and not sent. */
  unwanted?: string;
};

const PAGE = 100;

/** Notifications on their way to owners. */
export class NoticeStore {
  constructor(private readonly knex: Knex) {}

  /** Writes a notification down; one about the same operation is not written twice. */
  async create(draft: NoticeDraft, knex: Knex = this.knex): Promise<void> {
    await knex('job_notices')
      .insert({
        id: randomUUID(),
        entity_ref: draft.entityRef ?? null,
        environment: draft.environment,
        cause: draft.cause,
        event: draft.event,
        operation_id: draft.operationId ?? null,
        recipient: draft.recipient,
        scope: draft.scope,
        payload: JSON.stringify(draft.payload),
        state: stateOf(draft),
        problem: draft.unwanted ?? null,
        created_at: draft.createdAt,
        held_until: draft.heldUntil ?? null,
      })
      .onConflict('operation_id')
      .ignore();
  }

  /** Newest first. */
  async ofJob(entityRef: string, limit: number): Promise<StoredNotice[]> {
    const rows = await this.knex('job_notices')
      .where({ entity_ref: entityRef })
      .orderBy('created_at', 'desc')
      .limit(limit);
    return rows.map(fromRow);
  }

  /** Notifications to be sent now; each is this caller's for `ttlMs`. */
  async claimDue(now: number, ttlMs: number): Promise<StoredNotice[]> {
    const rows = await this.knex('job_notices')
      .where({ state: 'due' })
      .andWhere('next_try', '<=', now)
      .orderBy('created_at')
      .limit(PAGE);
    const mine: StoredNotice[] = [];
    for (const row of rows) {
      const taken = await this.knex('job_notices')
        .where({ id: row.id, state: 'due', next_try: row.next_try })
        .update({ next_try: now + ttlMs, attempts: row.attempts + 1 });
      if (taken) mine.push({ ...fromRow(row), attempts: row.attempts + 1 });
    }
    return mine;
  }

  /** What is held back although its time has come, oldest first. */
  async overdue(now: string): Promise<StoredNotice[]> {
    const rows = await this.knex('job_notices')
      .where({ state: 'held' })
      .andWhere('held_until', '<=', now)
      .orderBy('created_at')
      .limit(1_000);
    return rows.map(fromRow);
  }

  async sent(id: string, at: string): Promise<void> {
    await this.knex('job_notices')
      .where({ id })
      .update({ state: 'sent', sent_at: at, problem: null });
  }

  /** Keeps it for another try at `nextTry`, or gives it up. */
  async failed(id: string, problem: string, nextTry?: number): Promise<void> {
    await this.knex('job_notices')
      .where({ id })
      .update(
        nextTry === undefined
          ? { state: 'dropped', problem }
          : { problem, next_try: nextTry },
      );
  }

  /** Lets go of what was held back: as it is, or within `summary`. */
  async release(ids: string[], summary?: NoticeDraft): Promise<void> {
    await this.knex.transaction(async trx => {
      const changed = await trx('job_notices')
        .whereIn('id', ids)
        .andWhere({ state: 'held' })
        .update(summary ? { state: 'summed' } : { state: 'due' });
      if (summary && changed === ids.length) await this.create(summary, trx);
      else if (summary) throw new Error('Another replica sums these up.');
    });
  }

  /** Verbs that failed since `since` and were not told of. */
  async untoldFailures(
    since: string,
  ): Promise<Array<Pick<Operation, 'id' | 'entityRef' | 'environment'>>> {
    const rows = await this.knex('operations as o')
      .leftJoin('job_notices as n', 'n.operation_id', 'o.id')
      .where('o.state', 'failed')
      .andWhere('o.ended_at', '>=', since)
      .whereNull('n.id')
      .orderBy('o.ended_at')
      .limit(PAGE)
      .select('o.id', 'o.entity_ref', 'o.environment');
    return rows.map(row => ({ id: row.id, ...keyFromRow(row) }));
  }

  /** True when the same error was told in this scope since `since`. */
  async isTold(scope: string, error: string, since: string): Promise<boolean> {
    const rows = await this.knex('job_notices')
      .where({ scope })
      .andWhere('created_at', '>=', since)
      .whereNot({ state: 'dropped' })
      .select('payload');
    return rows.some(row => {
      const payload: NoticePayload = JSON.parse(row.payload);
      return payload.metadata.error === error;
    });
  }

  /** Forgets what was settled before `before`. */
  async forget(before: string): Promise<void> {
    await this.knex('job_notices')
      .whereIn('state', ['sent', 'summed', 'dropped'])
      .andWhere('created_at', '<', before)
      .delete();
  }
}

function stateOf(draft: NoticeDraft): StoredNotice['state'] {
  if (draft.unwanted) return 'dropped';
  return draft.heldUntil ? 'held' : 'due';
}

function fromRow(row: any): StoredNotice {
  return {
    id: row.id,
    entityRef: row.entity_ref ?? undefined,
    environment: row.environment,
    cause: row.cause,
    event: row.event,
    operationId: row.operation_id ?? undefined,
    recipient: row.recipient,
    scope: row.scope,
    payload: JSON.parse(row.payload),
    state: row.state,
    createdAt: row.created_at,
    heldUntil: row.held_until ?? undefined,
    sentAt: row.sent_at ?? undefined,
    problem: row.problem ?? undefined,
    attempts: row.attempts,
    nextTry: Number(row.next_try),
  };
}
