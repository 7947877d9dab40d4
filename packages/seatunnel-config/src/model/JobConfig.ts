import type { JsonObject } from './JsonValue';

/**
 * A SeaTunnel job: where data comes from, what happens to it, where it goes.
 *
 * Option keys are flat, as SeaTunnel keeps them: `row.num`, `job.mode`.
 *
 * @public
 */
export type JobConfig = {
  env: JsonObject;
  sources: PluginBlock[];
  transforms: PluginBlock[];
  sinks: PluginBlock[];
};

/**
 * One plugin with its options. The names that link blocks are kept apart from
 * the options, because servers before and after 2.3.9 call them differently.
 *
 * @public
 */
export type PluginBlock = {
  /** Factory identifier: `Jdbc`, `Postgres-CDC`, `FieldMapper`. */
  plugin: string;
  options: JsonObject;
  /** Names of the outputs that it reads; empty where a job has only one way. */
  inputs: string[];
  /** Name under which others read it. */
  output?: string;
};

/** What a plugin is in a job; also the name of its section. @public */
export type PluginKind = 'source' | 'transform' | 'sink';

/** All values of {@link PluginKind}, in the order of a job. @public */
export const PLUGIN_KINDS: readonly PluginKind[] = [
  'source',
  'transform',
  'sink',
];

/** A block, what it is, and what problems call it: `sink[0].Jdbc`. @public */
export type PlacedBlock = {
  kind: PluginKind;
  index: number;
  block: PluginBlock;
  path: string;
};

/** All blocks of a job, sources first. @public */
export function placedBlocks(job: JobConfig): PlacedBlock[] {
  return PLUGIN_KINDS.flatMap(kind =>
    blocksOf(job, kind).map((block, index) => ({
      kind,
      index,
      block,
      path: blockPath(kind, index, block.plugin),
    })),
  );
}

/** The blocks of one section. @public */
export function blocksOf(job: JobConfig, kind: PluginKind): PluginBlock[] {
  switch (kind) {
    case 'source':
      return job.sources;
    case 'transform':
      return job.transforms;
    default:
      return job.sinks;
  }
}

/** What problems call a block: `sink[0].Jdbc`. @public */
export function blockPath(
  kind: PluginKind,
  index: number,
  plugin: string,
): string {
  return `${kind}[${index}].${plugin}`;
}
