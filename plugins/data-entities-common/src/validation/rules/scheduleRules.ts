import { cronProblem, isTimeZone } from '../cron';
import type { EntityProblem } from '../EntityProblem';
import { problem } from '../EntityRule';
import { objectOf, textOf } from '../lenientAccess';
import { shownValue } from '../shownValue';

/** Checks a cron expression at a field. */
export function cronProblems(value: unknown, field: string): EntityProblem[] {
  const cron = textOf(value);
  const wrong = cron ? cronProblem(cron) : undefined;
  return wrong
    ? [
        problem(
          field,
          `${shownValue(cron, field)} is not allowed, ${wrong}`,
          'use minute, hour, day of the month, month and day of the week, for example 0 2 * * *',
        ),
      ]
    : [];
}

/** Checks a schedule of cron expression and time zone at a field. */
export function scheduleProblems(
  value: unknown,
  field: string,
): EntityProblem[] {
  const { cron, timezone } = objectOf(value);
  const zone = textOf(timezone);
  const zoneProblems =
    zone && !isTimeZone(zone)
      ? [
          problem(
            `${field}.timezone`,
            `${shownValue(zone, `${field}.timezone`)} is not allowed`,
            'use an IANA time zone, for example Asia/Shanghai',
          ),
        ]
      : [];
  return [...cronProblems(cron, `${field}.cron`), ...zoneProblems];
}
