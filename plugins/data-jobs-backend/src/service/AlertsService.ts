import {
  JobAlerts,
  JobNotice,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredNotice } from '../database/NoticeStore';
import { Stores } from '../database/Stores';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { readableJob } from './readableJob';

const NEWEST = 50;

/** Tells what the owner of a job is told of, to whoever may see the job. */
export class AlertsService {
  constructor(
    private readonly deps: { stores: Stores; authorizer: Authorizer },
  ) {}

  async ofJob(
    caller: Caller,
    ref: { entityRef: string; environment?: string },
  ): Promise<JobAlerts> {
    const { stores } = this.deps;
    const job = await readableJob(this.deps, caller, ref.entityRef);
    const isMeant = (one: { environment: string }) =>
      !ref.environment || one.environment === ref.environment;
    const alerts = await stores.alerts.ofJob(job.entityRef);
    const notices = await stores.notices.ofJob(job.entityRef, NEWEST);
    return {
      items: alerts
        .filter(isMeant)
        .map(({ revision, toldAt, ...alert }) => alert),
      notices: notices.filter(isMeant).map(shownNotice),
    };
  }
}

function shownNotice(notice: StoredNotice): JobNotice {
  const { title, description, severity } = notice.payload;
  return {
    id: notice.id,
    environment: notice.environment,
    cause: notice.cause,
    event: notice.event,
    recipient: notice.recipient,
    title,
    description,
    severity,
    state: notice.state,
    createdAt: notice.createdAt,
    heldUntil: notice.state === 'held' ? notice.heldUntil : undefined,
    sentAt: notice.sentAt,
    problem: notice.problem,
  };
}
