import {
  DEFAULT_ENVIRONMENT,
  JobSpec,
} from '@datalark/backstage-plugin-data-jobs-common';

/** A job as one environment runs it, with all defaults in place. */
export type EffectiveSpec = {
  type: string;
  processing: 'streaming' | 'batch';
  engine: string;
  state: 'running' | 'suspended';
  upgradeMode: 'stateless' | 'savepoint' | 'last-state';
  parallelism?: number;
  configuration: Record<string, string | number | boolean>;
  variables: Record<string, string>;
  definition: JobSpec['definition'];
};

/** Names of the environments that a job declares; one default when it declares none. */
export function environmentsOf(spec: JobSpec): string[] {
  const names = Object.keys(spec.environments ?? {});
  return names.length ? names : [DEFAULT_ENVIRONMENT];
}

/** The job with what differs in the environment laid over it. */
export function effectiveSpec(
  spec: JobSpec,
  environment: string,
): EffectiveSpec {
  const over = spec.environments?.[environment] ?? {};
  return {
    type: spec.type,
    processing: spec.processing ?? 'streaming',
    engine: over.engine ?? spec.engine,
    state: over.state ?? spec.state ?? 'running',
    upgradeMode: spec.upgradeMode ?? 'savepoint',
    parallelism: over.parallelism ?? spec.parallelism,
    configuration: { ...spec.configuration, ...over.configuration },
    variables: { ...spec.variables, ...over.variables },
    definition: spec.definition,
  };
}
