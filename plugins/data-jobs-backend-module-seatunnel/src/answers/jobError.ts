import { JobException } from '@datalark/backstage-plugin-data-jobs-common';

const MAX_STACK = 20_000;

/** The cause that a Java stack trace ends with, in one line. */
export function rootCause(trace: string): string {
  const lines = trace.split(/\r?\n/).map(line => line.trim());
  const causes = lines.filter(line => line.startsWith('Caused by: '));
  const last = causes.at(-1)?.slice('Caused by: '.length) ?? lines[0] ?? '';
  return last.slice(0, 1000);
}

/** A failure out of the text that a server keeps of it. */
export function readException(trace: string, at: string): JobException {
  const cause = rootCause(trace);
  const named =
    /^([\w$.]*\.)?([\w$]+(?:Exception|Error)\w*):\s*([\s\S]*)$/.exec(cause);
  return {
    at,
    name: named?.[2] ?? 'Error',
    message: named?.[3] || cause,
    stack: trace.slice(0, MAX_STACK),
  };
}
