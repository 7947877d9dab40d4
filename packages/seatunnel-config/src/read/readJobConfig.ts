import { parseHocon } from '../hocon/parseHocon';
import type { ConfigProblem, Position } from '../model/ConfigProblem';
import type { JobConfig } from '../model/JobConfig';
import { JobReader } from './JobReader';

/** What became of a text. @public */
export type JobConfigReading = {
  /** Present when the text could be read, if with problems. */
  config?: JobConfig;
  problems: ConfigProblem[];
  /** Where blocks and options stand: `sink[0].Jdbc`, `sink[0].Jdbc.url`, `env.job.mode`. */
  positions: Record<string, Position>;
};

/**
 * Reads a job as SeaTunnel does: the children of `source`, `transform` and
 * `sink` become ordered lists, equal plugins included, dotted keys stay flat,
 * `${…}` is left alone. `include` is refused. Never throws.
 *
 * @param input - HOCON or JSON text, or an object in the shape of the JSON form
 * @param options - `format`: default HOCON, which JSON is a part of; `json`
 * takes nothing else
 * @public
 */
export function readJobConfig(
  input: unknown,
  options: { format?: 'hocon' | 'json' } = {},
): JobConfigReading {
  if (typeof input !== 'string') return readObject(input);
  const parsed = parseHocon(input, { strict: options.format === 'json' });
  if ('problem' in parsed) {
    return { problems: [parsed.problem], positions: {} };
  }
  const json = options.format === 'json' || input.trimStart().startsWith('{');
  return new JobReader(parsed.positionOf, { listsAreHocon: !json }).read(
    parsed.root,
  );
}

function readObject(input: unknown): JobConfigReading {
  let text: string | undefined;
  try {
    text = JSON.stringify(input);
  } catch {
    text = undefined;
  }
  if (text === undefined || typeof input !== 'object' || input === null) {
    return {
      problems: [
        {
          severity: 'error',
          message: 'The job is neither a text nor an object.',
          remedy:
            'Give HOCON or JSON text, or an object with env, source and sink.',
        },
      ],
      positions: {},
    };
  }
  const { config, problems } = readJobConfig(text, { format: 'json' });
  const placeless = problems.map(problem => {
    const { line, column, ...rest } = problem;
    return rest;
  });
  return { config, problems: placeless, positions: {} };
}
