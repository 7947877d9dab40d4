import { toError } from '@backstage/errors';
import { isTimeZone } from '@datalark/backstage-plugin-data-entities-common';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import { CronExpressionParser } from 'cron-parser';

/** `spec.schedule` with its defaults in place. */
export type Schedule = {
  cron: string;
  timezone: string;
  catchUp: boolean;
  concurrencyPolicy: 'Forbid' | 'Queue' | 'Replace';
};

/** The schedule of a job that has one; only batch jobs are started by it. */
export function scheduleOf(spec: JobSpec): Schedule | undefined {
  if (!spec.schedule || spec.processing !== 'batch') return undefined;
  return {
    timezone: 'UTC',
    catchUp: false,
    concurrencyPolicy: 'Forbid',
    ...spec.schedule,
  };
}

/**
 * The next times after `after`. Where the zone's clock is set forward, a time
 * that is left out comes as much later; where it is set back, a time that
 * comes twice counts the first time, and intervals go on.
 * Throws when the expression or the zone cannot be read.
 */
export function* timesAfter(
  { cron, timezone }: Pick<Schedule, 'cron' | 'timezone'>,
  after: Date,
): Generator<Date, void> {
  if (cron.trim().split(/\s+/).length !== 5) {
    throw new Error(`"${cron}" does not have five fields`);
  }
  const times = CronExpressionParser.parse(cron, {
    tz: timezone,
    currentDate: after,
  });
  for (;;) yield times.next().toDate();
}

/** The first `count` of {@link timesAfter}. */
export function nextTimes(
  schedule: Pick<Schedule, 'cron' | 'timezone'>,
  after: Date,
  count: number,
): Date[] {
  const found: Date[] = [];
  if (count < 1) return found;
  for (const time of timesAfter(schedule, after)) {
    found.push(time);
    if (found.length >= count) break;
  }
  return found;
}

/** What is wrong with an expression and its zone, and what to do; else nothing. */
export function scheduleProblem(
  schedule: Pick<Schedule, 'cron' | 'timezone'>,
): string | undefined {
  if (!isTimeZone(schedule.timezone)) {
    return `The time zone "${schedule.timezone}" is not known: use an IANA name such as Asia/Shanghai.`;
  }
  try {
    nextTimes(schedule, new Date(), 1);
    return undefined;
  } catch (error) {
    return `The cron expression "${schedule.cron}" cannot be read: ${
      toError(error).message
    }. Use minute, hour, day of the month, month and day of the week, for example 0 2 * * *.`;
  }
}
