import { InputError } from '@backstage/errors';
import {
  chainConfig,
  checkJob,
  JobChain,
  printJobConfig,
} from '@datalark/seatunnel-config';
import { problemText } from '../job/problemText';

/** The text of a job, and what is doubtful about it. */
export type RenderedSeatunnel = { config: string; warnings: string[] };

/**
 * Prints a chain as SeaTunnel's configuration. Throws an `InputError` with
 * every problem that SeaTunnel would refuse.
 */
export function renderSeatunnel(
  chain: JobChain,
  options: { format?: 'hocon' | 'json' } = {},
): RenderedSeatunnel {
  const job = chainConfig(chain);
  const problems = checkJob(job);
  const errors = problems.filter(each => each.severity === 'error');
  if (errors.length > 0) {
    throw new InputError(
      `SeaTunnel would not take this job: ${errors.map(problemText).join(' ')}`,
    );
  }
  return {
    config: printJobConfig(job, { format: options.format ?? 'hocon' }),
    warnings: problems.map(problemText),
  };
}
