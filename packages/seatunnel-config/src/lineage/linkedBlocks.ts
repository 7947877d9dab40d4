import type { JobConfig, PlacedBlock } from '../model/JobConfig';
import { placedBlocks } from '../model/JobConfig';
import { namesIn } from '../links/namesIn';
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
    const isSink = placed.kind === 'sink';
    const transform = isSink ? transforms.at(-1) : transforms[placed.index - 1];
    const last = transform ?? (isSink ? sources.at(-1) : sources[0]);
    if (last && sources.length > 1) {
      problems.unclear(
        placed.path,
        `${placed.path} does not say what it reads; it counts as reading ${last.path}.`,
        'Add plugin_input.',
      );
    }
    return last ? [last] : [];
  };
  const byOutput = outputsOf(blocks);
  return blocks.map(placed => {
    if (placed.kind === 'source') return { placed, from: [] };
    if (simple || placed.block.inputs.length === 0) {
      return { placed, from: before(placed) };
    }
    return { placed, from: named(placed, byOutput, problems) };
  });
}

function outputsOf(blocks: readonly PlacedBlock[]): Map<string, PlacedBlock[]> {
  const byOutput = new Map<string, PlacedBlock[]>();
  for (const placed of blocks) {
    const { output } = placed.block;
    if (placed.kind === 'sink' || output === undefined) continue;
    const others = byOutput.get(output);
    if (others) others.push(placed);
    else byOutput.set(output, [placed]);
  }
  return byOutput;
}

function named(
  placed: PlacedBlock,
  byOutput: Map<string, PlacedBlock[]>,
  problems: Problems,
): PlacedBlock[] {
  const inputs = placed.block.inputs.flatMap(input =>
    namesIn(input, name => byOutput.has(name)),
  );
  const found = inputs.flatMap(input => {
    const blocks = byOutput.get(input);
    if (!blocks) {
      const outputs = [...byOutput.keys()].slice(0, 100);
      const like = nearest(input, outputs);
      problems.wrong(
        placed.path,
        `${placed.path} reads "${input}", which no block is called.`,
        like
          ? `Did you mean "${like}"?`
          : `Use one of: ${
              outputs.slice(0, 20).join(', ') || 'no output is named'
            }.`,
      );
    }
    return blocks ?? [];
  });
  return [...new Set(found)];
}
