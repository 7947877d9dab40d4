/** Levels of log entries, the most harmless first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error'] as const;

/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A line with the level of the entry that it belongs to. */
export type LogLine = { text: string; level?: LogLevel };

const LEVEL = /\b(TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b/;
const NAMES: Record<string, LogLevel> = { WARNING: 'warn', FATAL: 'error' };
/** The level stands in front of the message. */
const HEAD = 80;
/** A log entry starts with a date, or as JSON; other lines go on with it. */
const ENTRY = /^(?:\[?\]?\s*\d{4}-\d\d-\d\d|\{|\[?\d\d:\d\d)/;

/** Splits a log into lines; a stack trace has the level of its entry. */
export function logLines(text: string): LogLine[] {
  let level: LogLevel | undefined;
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines.map(line => {
    if (ENTRY.test(line)) {
      const word = LEVEL.exec(line.slice(0, HEAD))?.[1];
      level = word
        ? NAMES[word] ?? (word.toLowerCase() as LogLevel)
        : undefined;
    }
    return { text: line, level };
  });
}

/** Lines of at least a level; those whose level is not known stay. */
export function linesFrom(
  lines: LogLine[],
  least: LogLevel | undefined,
): LogLine[] {
  if (!least) return lines;
  const from = LOG_LEVELS.indexOf(least);
  return lines.filter(
    ({ level }) => level === undefined || LOG_LEVELS.indexOf(level) >= from,
  );
}

/** Numbers of the lines that hold a text, whatever the case. */
export function findLines(lines: LogLine[], text: string): number[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return [];
  return lines.flatMap(({ text: line }, index) =>
    line.toLocaleLowerCase().includes(wanted) ? [index] : [],
  );
}

/** Cuts a line at the places of a text: every second part is a match. */
export function splitMatches(line: string, text: string): string[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return [line];
  const low = line.toLocaleLowerCase();
  // Where lower case has another length the places would be wrong.
  if (low.length !== line.length) return [line];
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const at = low.indexOf(wanted, from);
    if (at < 0) break;
    parts.push(line.slice(from, at), line.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...parts, line.slice(from)];
}

/** The next or the previous match, around the ends. */
export function stepMatch(
  current: number | undefined,
  step: 1 | -1,
  count: number,
): number | undefined {
  if (count === 0) return undefined;
  if (current === undefined) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}
