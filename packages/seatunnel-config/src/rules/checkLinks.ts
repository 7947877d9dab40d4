import type { ConfigProblem } from '../model/ConfigProblem';
import { placedBlocks } from '../model/JobConfig';
import type { JobConfig, PlacedBlock } from '../model/JobConfig';
import { namesIn } from '../links/namesIn';
import { nearest } from './nearest';

/**
 * Checks how blocks are linked. With one source, one sink and at most one
 * transform SeaTunnel links them whatever the names are; otherwise it wants
 * every name, once, and used.
 */
export function checkLinks(job: JobConfig): ConfigProblem[] {
  const blocks = placedBlocks(job);
  const simple =
    job.sources.length === 1 &&
    job.sinks.length === 1 &&
    job.transforms.length <= 1;
  const severity = simple ? 'warning' : 'error';
  return [
    ...(simple ? [] : missingNames(blocks)),
    ...repeatedOutputs(blocks, severity),
    ...inputsFromNowhere(blocks, severity),
    ...(simple ? [] : unusedOutputs(blocks)),
  ];
}

function missingNames(blocks: PlacedBlock[]): ConfigProblem[] {
  return blocks.flatMap(({ kind, block, path }) => {
    const problems: ConfigProblem[] = [];
    if (kind !== 'sink' && block.output === undefined) {
      problems.push({
        severity: 'error',
        message: `${path} has no output name; with several blocks each needs one.`,
        remedy: 'Add plugin_output (before 2.3.9: result_table_name).',
        field: path,
      });
    }
    if (kind !== 'source' && block.inputs.length === 0) {
      problems.push({
        severity: 'error',
        message: `${path} does not say what it reads; with several blocks each must.`,
        remedy: 'Add plugin_input (before 2.3.9: source_table_name).',
        field: path,
      });
    }
    return problems;
  });
}

function repeatedOutputs(
  blocks: PlacedBlock[],
  severity: ConfigProblem['severity'],
): ConfigProblem[] {
  const first = new Map<string, string>();
  return blocks.flatMap(({ block, path }) => {
    const { output } = block;
    if (output === undefined) return [];
    const other = first.get(output);
    if (other === undefined) {
      first.set(output, path);
      return [];
    }
    return [
      {
        severity,
        message: `${other} and ${path} are both called "${output}".`,
        remedy: 'Give one of them another output name.',
        field: path,
      },
    ];
  });
}

function inputsFromNowhere(
  blocks: PlacedBlock[],
  severity: ConfigProblem['severity'],
): ConfigProblem[] {
  const outputs = blocks.flatMap(({ block }) => block.output ?? []);
  return blocks.flatMap(({ block, path }) =>
    block.inputs
      .flatMap(input => namesIn(input, name => outputs.includes(name)))
      .filter(input => !outputs.includes(input) && !input.includes('${'))
      .map(input => {
        const like = nearest(input, outputs);
        const given = outputs.join(', ') || 'no output is named';
        return {
          severity,
          message: `${path} reads "${input}", which no block is called.`,
          remedy: like ? `Did you mean "${like}"?` : `Use one of: ${given}.`,
          field: path,
        };
      }),
  );
}

function unusedOutputs(blocks: PlacedBlock[]): ConfigProblem[] {
  const outputs = new Set(blocks.flatMap(({ block }) => block.output ?? []));
  const used = new Set(
    blocks.flatMap(({ block }) =>
      block.inputs.flatMap(input => namesIn(input, name => outputs.has(name))),
    ),
  );
  const open = [...used].some(input => input.includes('${'));
  if (open) return [];
  return blocks.flatMap(({ block, path }) =>
    block.output === undefined || used.has(block.output)
      ? []
      : [
          {
            severity: 'error' as const,
            message: `Nothing reads "${block.output}" of ${path}; SeaTunnel refuses that.`,
            remedy: 'Let a transform or a sink read it, or remove the block.',
            field: path,
          },
        ],
  );
}
