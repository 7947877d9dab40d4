/**
 * Reads the server's times, e.g. `2026-11-21 08:01:38`, which carry no zone.
 *
 * @param timeZone - IANA name; default: the zone of this process
 * @returns ISO 8601 in UTC, or `undefined`
 */
export function serverTime(
  text: string | undefined,
  timeZone?: string,
): string | undefined {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,3}))?$/.exec(
      text?.trim() ?? '',
    );
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  const ms = Number((parts[7] ?? '0').padEnd(3, '0'));
  if (!timeZone) {
    return new Date(
      year,
      month - 1,
      day,
      hour,
      minute,
      second,
      ms,
    ).toISOString();
  }
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  // Twice: the first guess may lie on the other side of a change of the clock.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString();
}

/** Milliseconds that the zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const of = (type: string) =>
    Number(parts.find(part => part.type === type)?.value);
  const local = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}
