import { InputError } from '@backstage/errors';
import {
  JobConfig,
  JsonObject,
  checkJob,
  printJobConfig,
} from '@datalark/seatunnel-config';
import { problemText } from '../job/problemText';

/** A plugin as the form gives it. */
export type PluginChoice = { plugin: string; options?: JsonObject };

/** A chain: one source, transforms in their order, one sink. */
export type SeatunnelChain = {
  processing: 'streaming' | 'batch';
  parallelism?: number;
  /** Default 10000. For streaming only. */
  checkpointIntervalMs?: number;
  source: PluginChoice;
  transforms?: PluginChoice[];
  sink: PluginChoice;
};

/** The text of a job, and what is doubtful about it. */
export type RenderedSeatunnel = { config: string; warnings: string[] };

/**
 * Prints a chain as SeaTunnel's configuration. Throws an `InputError` with
 * every problem that SeaTunnel would refuse.
 */
export function renderSeatunnel(
  chain: SeatunnelChain,
  options: { format?: 'hocon' | 'json' } = {},
): RenderedSeatunnel {
  const job = jobConfig(chain);
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

function jobConfig(chain: SeatunnelChain): JobConfig {
  const { processing, parallelism = 1, checkpointIntervalMs = 10_000 } = chain;
  const steps = [chain.source, ...(chain.transforms ?? []), chain.sink];
  const blocks = steps.map(({ plugin, options = {} }, index) => ({
    plugin,
    options: givenOptions(options),
    inputs: index > 0 ? [linkName(index - 1)] : [],
    ...(index < steps.length - 1 ? { output: linkName(index) } : {}),
  }));
  return {
    env: {
      'job.mode': processing === 'batch' ? 'BATCH' : 'STREAMING',
      parallelism,
      ...(processing === 'streaming'
        ? { 'checkpoint.interval': checkpointIntervalMs }
        : {}),
    },
    sources: blocks.slice(0, 1),
    transforms: blocks.slice(1, -1),
    sinks: blocks.slice(-1),
  };
}

function linkName(index: number): string {
  return index === 0 ? 'source' : `step${index}`;
}

/** Forms give empty texts for what nobody filled in. */
function givenOptions(options: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(options).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined,
    ),
  );
}
