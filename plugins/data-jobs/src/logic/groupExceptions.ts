import { JobException } from '@datalark/backstage-plugin-data-jobs-common';

/** The newest of several alike failures in a row. */
export type ExceptionGroup = {
  exception: JobException;
  count: number;
  /** ISO 8601, UTC. When the oldest of them happened. */
  firstAt: string;
};

/** Puts failures that repeat each other together; expects the newest first. */
export function groupExceptions(exceptions: JobException[]): ExceptionGroup[] {
  const groups: ExceptionGroup[] = [];
  for (const exception of exceptions) {
    const last = groups[groups.length - 1];
    if (
      last &&
      last.exception.name === exception.name &&
      last.exception.message === exception.message
    ) {
      last.count += 1;
      last.firstAt = exception.at;
    } else {
      groups.push({ exception, count: 1, firstAt: exception.at });
    }
  }
  return groups;
}
