import { optionCatalog } from '../catalog/optionCatalog';
import { overlay } from '../catalog/overlay';
import type { ConfigProblem, Position } from '../model/ConfigProblem';
import { placedBlocks } from '../model/JobConfig';
import type { JobConfig, PlacedBlock } from '../model/JobConfig';
import { checkCautions } from './checkCautions';
import { checkEnv } from './checkEnv';
import { checkLinks } from './checkLinks';
import { checkOptions } from './checkOptions';
import type { CheckOptions } from './checkOptions';
import { lookUp, sameSetting } from './optionValue';

/**
 * Checks a whole job without asking a server: its blocks, how they are linked,
 * `env`. Each problem names its block and option and says what to do.
 *
 * @param check - `positions`: from `readJobConfig`, to give problems a line
 * @public
 */
export function checkJob(
  job: JobConfig,
  check: CheckOptions & { positions?: Record<string, Position> } = {},
): ConfigProblem[] {
  const { catalog = optionCatalog, positions = {} } = check;
  const blocks = placedBlocks(job);
  const problems = [
    ...missingSections(job),
    ...checkEnv(job, catalog),
    ...blocks.flatMap(({ kind, block, path }) =>
      checkOptions(
        { kind, plugin: block.plugin, options: block.options, path },
        check,
      ),
    ),
    ...(job.sources.length && job.sinks.length ? checkLinks(job) : []),
    ...blocks.flatMap(placed => checkEndless(job, placed)),
    ...blocks.flatMap(placed =>
      checkCautions(job, placed, check.seatunnelVersion ?? catalog.seatunnel),
    ),
  ];
  return problems.map(problem => ({
    ...problem,
    ...place(problem, positions),
  }));
}

function missingSections(job: JobConfig): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const [section, blocks] of [
    ['source', job.sources],
    ['sink', job.sinks],
  ] as const) {
    if (blocks.length === 0) {
      problems.push({
        severity: 'error',
        message: `The job has no ${section}.`,
        remedy: `Add ${section} { PluginName { … } }.`,
        field: section,
      });
    }
  }
  return problems;
}

/** Sources that do not end are refused in batch jobs. */
function checkEndless(
  job: JobConfig,
  { kind, block, path }: PlacedBlock,
): ConfigProblem[] {
  const name = Object.keys(overlay.plugins).find(
    key => key.toLowerCase() === `${kind} ${block.plugin}`.toLowerCase(),
  );
  const endless = name ? overlay.plugins[name].endless : undefined;
  const mode = lookUp(job.env, 'job.mode') ?? 'BATCH';
  if (!endless || !sameSetting(mode, 'BATCH')) return [];
  const ends = endless.unless.some(([key, value]) =>
    sameSetting(lookUp(block.options, key), value),
  );
  if (ends) return [];
  return [
    {
      severity: 'error',
      message: `${block.plugin} never ends, so it cannot run in a batch job.`,
      remedy: 'Set env.job.mode = "STREAMING".',
      field: path,
    },
  ];
}

/** The place of the option, or of the nearest thing around it. */
function place(
  problem: ConfigProblem,
  positions: Record<string, Position>,
): Position | undefined {
  if (problem.line !== undefined) return undefined;
  let field = problem.field ?? '';
  while (field) {
    if (Object.hasOwn(positions, field)) return positions[field];
    const cut = Math.max(field.lastIndexOf('.'), field.lastIndexOf('['));
    if (cut <= 0) return undefined;
    field = field.slice(0, cut);
  }
  return undefined;
}
