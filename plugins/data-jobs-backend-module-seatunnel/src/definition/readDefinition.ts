import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import {
  checkJob,
  JobConfig,
  literalSecretsOf,
  readJobConfig,
} from '@datalark/seatunnel-config';

type DefinitionFields = { config?: unknown; format?: 'hocon' | 'json' };

/** A definition as SeaTunnel would understand it. */
export type ReadDefinition = {
  /** Absent when the text cannot be read. */
  config?: JobConfig;
  problems: DefinitionProblem[];
};

/**
 * Reads and checks a definition without a server. Secrets that are written out
 * are found where the definition comes with what people wrote.
 *
 * @param seatunnelVersion - of the server, where it is known
 */
export function readDefinition(
  definition: Pick<
    ResolvedDefinition,
    'type' | 'definition' | 'written' | 'processing'
  >,
  seatunnelVersion?: string,
): ReadDefinition {
  if (definition.type !== 'seatunnel') {
    return {
      problems: [
        {
          severity: 'error',
          message: `SeaTunnel does not run jobs of type "${definition.type}".`,
          remedy:
            'Choose an engine of that type, or set spec.type to seatunnel.',
          field: 'spec.type',
        },
      ],
    };
  }
  const { config: input, format } = (definition.definition ??
    {}) as DefinitionFields;
  const reading = readJobConfig(input, { format });
  if (!reading.config) return { problems: reading.problems };
  const config = {
    ...reading.config,
    env: { 'job.mode': modeOf(definition), ...reading.config.env },
  };
  const problems = [
    ...reading.problems,
    ...checkJob(config, {
      positions: reading.positions,
      seatunnelVersion,
      literalSecrets: 'allow',
    }),
    ...secretsIn(definition.written),
  ];
  const mode = String(config.env['job.mode']).toUpperCase();
  if (mode !== modeOf(definition) && ['BATCH', 'STREAMING'].includes(mode)) {
    problems.push({
      severity: 'warning',
      message: `The job says job.mode = ${mode}, and spec.processing says ${definition.processing}; SeaTunnel gets ${mode}.`,
      remedy: `Set spec.processing to ${mode.toLowerCase()}, or remove job.mode.`,
      field: 'env.job.mode',
      ...reading.positions['env.job.mode'],
    });
  }
  return { config, problems };
}

/** With their places in the text; the resolved one has them elsewhere. */
function secretsIn(
  written: ResolvedDefinition['written'],
): DefinitionProblem[] {
  if (!written) return [];
  const { config: input, format } = written as DefinitionFields;
  const { config, positions } = readJobConfig(input, { format });
  if (!config) return [];
  return literalSecretsOf(config).map(problem => ({
    ...problem,
    ...(problem.field && positions[problem.field]),
  }));
}

function modeOf(definition: Pick<ResolvedDefinition, 'processing'>): string {
  return definition.processing === 'batch' ? 'BATCH' : 'STREAMING';
}
