import type { Reading } from './Reading';

const FORM =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*([Zz]|[+-]\d\d(?::?\d\d)?)?(?:\[.*\])?$/;

/**
 * The time of an event as RFC 3339. Taken too: a blank for the T, no offset
 * (UTC), milliseconds since 1970, Java's `[Europe/Berlin]` behind the offset.
 */
export function readEventTime(
  value: unknown,
  reading: Reading,
): string | undefined {
  const pointer = '/eventTime';
  const remedy = 'Give RFC 3339 with an offset: 2026-11-21T08:13:32.327Z.';
  if (value === undefined || value === null) {
    return reading.refuse(pointer, '"eventTime" is missing.', remedy);
  }
  if (typeof value === 'number') {
    const date = new Date(value);
    if (Number.isNaN(date.getTime()))
      return reading.refuse(pointer, 'This is no time.', remedy, value);
    reading.warn(
      pointer,
      'This is a number; it is read as milliseconds since 1970.',
      remedy,
      value,
    );
    return date.toISOString();
  }
  const match = typeof value === 'string' ? FORM.exec(value.trim()) : null;
  if (!match)
    return reading.refuse(pointer, 'This is no date and time.', remedy, value);
  const [, date, clock, zone] = match;
  const time = clock.length === 5 ? `${clock}:00` : clock;
  const text = `${date}T${time}${offset(zone)}`;
  if (Number.isNaN(Date.parse(text))) {
    return reading.refuse(pointer, 'There is no such time.', remedy, value);
  }
  if (zone === undefined) {
    reading.warn(
      pointer,
      'The time has no offset; it is read as UTC.',
      remedy,
      value,
    );
  }
  return text;
}

function offset(zone = 'Z'): string {
  if (/^z$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
