import { DefinitionProblem } from './DefinitionProblem';
import { JobSpec } from './JobSpec';

/**
 * Where a value comes from, weakest first.
 *
 * - `engine`: the engine's own configuration
 * - `default`: what data-jobs takes when nobody says anything
 * - `portal`: `dataJobs.variables` in app-config
 * - `spec`: the definition, for all environments
 * - `environment`: the definition, for this environment
 *
 * @public
 */
export type ValueOrigin =
  | 'engine'
  | 'default'
  | 'portal'
  | 'spec'
  | 'environment';

/** One value with where it comes from. Secrets stay references: `${secret:name}`. @public */
export type ResolvedValue = {
  /** `parallelism`, `configuration.state.backend.type`, `variables.TOPIC`. */
  key: string;
  value: string;
  origin: ValueOrigin;
  /** What it would be without that. */
  instead?: { value: string; origin: ValueOrigin };
};

/** A secret that the definition refers to; never its value. @public */
export type ResolvedSecret = {
  name: string;
  state: 'known' | 'unknown' | 'denied';
};

/**
 * A version of a job as one environment runs it.
 *
 * @public
 */
export type ResolvedJob = {
  entityRef: string;
  environment: string;
  version: number;
  /** Settings, configuration and variables. */
  values: ResolvedValue[];
  secrets: ResolvedSecret[];
  /** `spec.definition` with variables in place and secrets as references. */
  definition: JobSpec['definition'];
  problems: DefinitionProblem[];
  /** Why the engine's own settings are not among the values. */
  engineUnknown?: string;
};

/** A value that differs; absent: there is none. @public */
export type ValueDifference = { key: string; from?: string; to?: string };

/**
 * Two resolved jobs side by side: two environments, two versions, or both.
 *
 * @public
 */
export type JobComparison = {
  from: ResolvedJob;
  to: ResolvedJob;
  values: ValueDifference[];
  /** Names that only one of them refers to, or may use. */
  secrets: ValueDifference[];
  /** The texts differ, variables in place. */
  definitionDiffers: boolean;
};

/**
 * What differs between two resolved jobs.
 *
 * @public
 */
export function compareResolved(
  from: ResolvedJob,
  to: ResolvedJob,
): JobComparison {
  const pairs = (job: ResolvedJob) =>
    job.values.map(({ key, value }): [string, string] => [key, value]);
  const secrets = (job: ResolvedJob) =>
    job.secrets.map(({ name, state }): [string, string] => [name, state]);
  return {
    from,
    to,
    values: differences(pairs(from), pairs(to)),
    secrets: differences(secrets(from), secrets(to)),
    definitionDiffers:
      JSON.stringify(from.definition) !== JSON.stringify(to.definition),
  };
}

function differences(
  from: Array<[string, string]>,
  to: Array<[string, string]>,
): ValueDifference[] {
  const [before, after] = [new Map(from), new Map(to)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(key => before.get(key) !== after.get(key))
    .sort()
    .map(key => ({ key, from: before.get(key), to: after.get(key) }));
}
