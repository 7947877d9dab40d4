import type { JobConfig } from './JobConfig';
import type { JsonObject } from './JsonValue';

/** A plugin and its options; what is empty or null counts as not given. @public */
export type PluginChoice = { plugin: string; options?: JsonObject };

/** A chain: one source, transforms in their order, one sink. @public */
export type JobChain = {
  processing: 'streaming' | 'batch';
  /** Default 1. */
  parallelism?: number;
  /** Milliseconds, default 10000. For streaming only. */
  checkpointIntervalMs?: number;
  source: PluginChoice;
  transforms?: PluginChoice[];
  sink: PluginChoice;
};

/** The job that is such a chain. @public */
export function chainConfig(chain: JobChain): JobConfig {
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
