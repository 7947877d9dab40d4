import type { JobConfig, PlacedBlock } from '../model/JobConfig';
import { placedBlocks } from '../model/JobConfig';
import { nearest } from '../rules/nearest';
import type { Problems } from './Problems';

/** A block and the blocks that it reads. */
export type LinkedBlock = { placed: PlacedBlock; from: PlacedBlock[] };

/**
 * Who reads whom. By `plugin_input` and `plugin_output` (before 2.3.9
 * `source_table_name` and `result_table_name`); a block without input reads
 * the one before it, as SeaTunnel's starters do. With one source, one sink and
 * at most one transform the names do not matter.
 */
export function linkedBlocks(
  job: JobConfig,
  problems: Problems,
): LinkedBlock[] {
  const blocks = placedBlocks(job);
  const of = (kind: PlacedBlock['kind']) =>
    blocks.filter(block => block.kind === kind);
  const [sources, transforms, sinks] = [
    of('source'),
    of('transform'),
    of('sink'),
  ];
  const simple =
    sources.length === 1 && sinks.length === 1 && transforms.length <= 1;
  const before = (placed: PlacedBlock): PlacedBlock[] => {
    if (placed.kind === 'source') return [];
    const chain =
      placed.kind === 'sink' ? transforms : transforms.slice(0, placed.index);
    const last =
      chain.at(-1) ?? (placed.kind === 'sink' ? sources.at(-1) : sources[0]);
    if (last && !simple && sources.length > 1) {
      problems.unclear(
        placed.path,
        `${placed.path} does not say what it reads; it counts as reading ${last.path}.`,
        'Add plugin_input.',
      );
    }
    return last ? [last] : [];
  };
  return blocks.map(placed => {
    if (placed.kind === 'source') return { placed, from: [] };
    if (simple || placed.block.inputs.length === 0)
      return { placed, from: before(placed) };
    return { placed, from: named(placed, blocks, problems) };
  });
}

function named(
  placed: PlacedBlock,
  blocks: PlacedBlock[],
  problems: Problems,
): PlacedBlock[] {
  const outputs = blocks.flatMap(({ block }) => block.output ?? []);
  return placed.block.inputs.flatMap(input => {
    const found = blocks.filter(
      ({ kind, block }) => kind !== 'sink' && block.output === input,
    );
    if (found.length === 0) {
      const like = nearest(input, outputs);
      problems.wrong(
        placed.path,
        `${placed.path} reads "${input}", which no block is called.`,
        like
          ? `Did you mean "${like}"?`
          : `Use one of: ${outputs.join(', ') || 'no output is named'}.`,
      );
    }
    return found;
  });
}
