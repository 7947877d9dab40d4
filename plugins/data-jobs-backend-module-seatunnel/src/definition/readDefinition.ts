import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import {
  checkJob,
  JobConfig,
  LiteralSecrets,
  readJobConfig,
} from '@datalark/seatunnel-config';

/** A definition as SeaTunnel would understand it. */
export type ReadDefinition = {
  /** Absent when the text cannot be read. */
  config?: JobConfig;
  problems: DefinitionProblem[];
};

/**
 * Reads and checks a definition without a server.
 *
 * @param options - `seatunnelVersion`: of the server, where it is known;
 * `literalSecrets`: default `allow`, because here references are resolved
 */
export function readDefinition(
  definition: Pick<ResolvedDefinition, 'type' | 'definition' | 'processing'>,
  options: {
    seatunnelVersion?: string;
    literalSecrets?: LiteralSecrets;
  } = {},
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
  const { config: input, format } = (definition.definition ?? {}) as {
    config?: unknown;
    format?: 'hocon' | 'json';
  };
  const reading = readJobConfig(input, { format });
  if (!reading.config) return { problems: reading.problems };
  const { seatunnelVersion, literalSecrets = 'allow' } = options;
  const config = {
    ...reading.config,
    env: { 'job.mode': modeOf(definition), ...reading.config.env },
  };
  const problems = [
    ...reading.problems,
    ...checkJob(config, {
      positions: reading.positions,
      seatunnelVersion,
      literalSecrets,
    }),
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

function modeOf(definition: Pick<ResolvedDefinition, 'processing'>): string {
  return definition.processing === 'batch' ? 'BATCH' : 'STREAMING';
}
