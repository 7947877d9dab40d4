import { JobException } from '@datalark/backstage-plugin-data-jobs-common';
import { ExceptionEntry, JobExceptions } from '../rest/jobManagerAnswers';
import { rootCause, rootSentence } from '../sql/flinkCauses';

const MAX_STACK = 20_000;

/** Failures of a run, newest first, each with its root cause as a sentence. */
export function jobExceptions(answer: JobExceptions): JobException[] {
  const entries = answer.exceptionHistory?.entries ?? [];
  const root = answer['root-exception'];
  const all: ExceptionEntry[] =
    entries.length || !root
      ? entries
      : // Before the history there was only this field; 2.x dropped it.
        [{ stacktrace: root, timestamp: answer.timestamp ?? undefined }];
  return all
    .map(entry => {
      const stack = entry.stacktrace ?? '';
      const name =
        rootCause(stack)?.name ??
        entry.exceptionName?.replace(/^.*\./, '') ??
        'Exception';
      const location = entry.endpoint ?? entry.location;
      return {
        at: new Date(entry.timestamp ?? 0).toISOString(),
        name,
        message: rootSentence(stack) ?? name,
        ...(stack ? { stack: stack.slice(0, MAX_STACK) } : {}),
        ...(entry.taskName ? { task: entry.taskName } : {}),
        ...(location && location !== '(unassigned)' ? { location } : {}),
      };
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}
