import { linkNames } from '../links/linkNames';
import type { LinkNames } from '../links/linkNames';
import type { JobConfig, PluginBlock } from '../model/JobConfig';
import type { JsonObject } from '../model/JsonValue';
import { printHocon } from './printHocon';

/** How to print a job. @public */
export type PrintOptions = {
  /** Default `hocon`. */
  format?: 'hocon' | 'json';
  /** Decides the names of links; see `linkNames`. */
  seatunnelVersion?: string;
};

/**
 * Prints a job. Reading the result gives the same job again.
 *
 * @public
 */
export function printJobConfig(
  job: JobConfig,
  options: PrintOptions = {},
): string {
  if (options.format === 'json') {
    return `${JSON.stringify(toJobJson(job, options), null, 2)}\n`;
  }
  const names = linkNames(options.seatunnelVersion);
  return printHocon([
    ...(Object.keys(job.env).length > 0
      ? [{ name: 'env', options: job.env }]
      : []),
    ...[
      { name: 'source', blocks: job.sources },
      { name: 'transform', blocks: job.transforms },
      { name: 'sink', blocks: job.sinks },
    ]
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ name, blocks }) => ({
        name,
        blocks: blocks.map(block => ({
          name: block.plugin,
          options: optionsWithLinks(block, names),
        })),
      })),
  ]);
}

/**
 * The JSON form of a job, as Zeta's REST interface takes it.
 *
 * @public
 */
export function toJobJson(
  job: JobConfig,
  options: { seatunnelVersion?: string } = {},
): JsonObject {
  const names = linkNames(options.seatunnelVersion);
  const blocks = (list: PluginBlock[]) =>
    list.map(block => ({
      plugin_name: block.plugin,
      ...optionsWithLinks(block, names),
    }));
  return {
    env: job.env,
    source: blocks(job.sources),
    ...(job.transforms.length > 0 && { transform: blocks(job.transforms) }),
    sink: blocks(job.sinks),
  };
}

function optionsWithLinks(block: PluginBlock, names: LinkNames): JsonObject {
  const { inputs, output, options } = block;
  return {
    ...(inputs.length > 0 && {
      [names.input]: inputs.length === 1 ? inputs[0] : inputs,
    }),
    ...(output !== undefined && { [names.output]: output }),
    ...options,
  };
}
