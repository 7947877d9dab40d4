import { QuietHours } from '@datalark/backstage-plugin-data-entities-common';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MINUTE = 60_000;

/** When the quiet hours that it is now end; undefined when it is not quiet. */
export function quietUntil(
  hours: QuietHours | undefined,
  now: Date,
): Date | undefined {
  if (!hours) return undefined;
  const { day, minute } = localTime(now, hours.timezone ?? 'UTC');
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  const begins = (index: number) =>
    !hours.days || hours.days.includes(DAYS[(index + 7) % 7]);
  const left = () => {
    if (from < to) {
      return minute >= from && minute < to && begins(day)
        ? to - minute
        : undefined;
    }
    if (minute >= from && begins(day)) return 1440 - minute + to;
    return minute < to && begins(day - 1) ? to - minute : undefined;
  };
  const minutes = left();
  if (minutes === undefined) return undefined;
  const whole = Math.floor(now.getTime() / MINUTE) * MINUTE;
  return new Date(whole + minutes * MINUTE);
}

/** Whether the quiet hours let this cause through for a job of this lifecycle and environment. */
export function passesQuietHours(
  hours: QuietHours,
  cause: string,
  where: string[],
  exceptIn?: string[],
): boolean {
  const kind = cause.startsWith('rule:') ? 'rule' : cause;
  return (
    (hours.except ?? []).includes(kind as any) &&
    (!exceptIn || where.some(one => exceptIn.includes(one)))
  );
}

function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function localTime(now: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) =>
    parts.find(one => one.type === type)?.value ?? '';
  return {
    day: DAYS.indexOf(part('weekday').toLowerCase() as (typeof DAYS)[number]),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}
