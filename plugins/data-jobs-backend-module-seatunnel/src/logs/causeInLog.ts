import { serverTime } from '../answers/serverTime';

const STAMP = /^\[?[^\]]*\]?\s*(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/;

/**
 * The cause of the last failure that a server log tells at or after an
 * instant: the end of the last chain of causes. `undefined` when there is none.
 */
export function causeInLog(
  log: string,
  since: number,
  timeZone?: string,
): string | undefined {
  let recent = false;
  let cause: string | undefined;
  for (const line of log.split('\n')) {
    const stamp = STAMP.exec(line)?.[1];
    if (stamp) {
      const at = serverTime(stamp, timeZone);
      // Stamps are cut to the second.
      recent = at !== undefined && Date.parse(at) >= since - 1000;
    }
    const found = /^\s*Caused by: (.+)$/.exec(line)?.[1];
    if (recent && found) cause = found.trim();
  }
  return cause?.slice(0, 500);
}
