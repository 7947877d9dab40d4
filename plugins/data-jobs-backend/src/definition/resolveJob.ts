import {
  JobSpec,
  ResolvedValue,
  ValueOrigin,
} from '@datalark/backstage-plugin-data-jobs-common';
import { effectiveSpec } from './effectiveSpec';
import { fillDefinition, secretsNamedIn } from './fillDefinition';

type Layer = { origin: ValueOrigin; values: Record<string, unknown> };

/**
 * Settings, configuration and variables of a job in one environment, each with
 * the layer that it comes from and what that layer hides.
 */
export function resolvedValues(
  spec: JobSpec,
  environment: string,
  outside: {
    /** `dataJobs.variables`. */
    variables: Record<string, string>;
    /** The engine's own settings. */
    engine: Record<string, string>;
  },
): ResolvedValue[] {
  const over = spec.environments?.[environment] ?? {};
  const { engine, state, parallelism } = spec;
  const settings: Layer[] = [
    {
      origin: 'default',
      values: {
        processing: 'streaming',
        state: 'running',
        upgradeMode: 'savepoint',
      },
    },
    {
      origin: 'spec',
      values: {
        type: spec.type,
        engine,
        state,
        parallelism,
        processing: spec.processing,
        upgradeMode: spec.upgradeMode,
      },
    },
    {
      origin: 'environment',
      values: {
        engine: over.engine,
        state: over.state,
        parallelism: over.parallelism,
      },
    },
  ];
  return [
    ...layered('', settings),
    ...layered('configuration.', [
      { origin: 'engine', values: outside.engine },
      { origin: 'spec', values: spec.configuration ?? {} },
      { origin: 'environment', values: over.configuration ?? {} },
    ]),
    ...layered('variables.', [
      { origin: 'portal', values: outside.variables },
      { origin: 'spec', values: spec.variables ?? {} },
      { origin: 'environment', values: over.variables ?? {} },
    ]),
  ];
}

/** The definition with variables in place and secrets as they are written. */
export function shownDefinition(
  spec: JobSpec,
  environment: string,
  shared: Record<string, string>,
) {
  const effective = effectiveSpec(spec, environment);
  const variables = { ...shared, ...effective.variables };
  const filled = fillDefinition({ ...effective, variables }, name => ({
    value: `\${secret:${name}}`,
  }));
  return {
    definition: filled.definition,
    problems: filled.problems,
    // Also those that came in through the value of a variable.
    secrets: secretsNamedIn([filled.definition, filled.configuration]).sort(),
  };
}

function layered(prefix: string, layers: Layer[]): ResolvedValue[] {
  const keys = new Set(layers.flatMap(({ values }) => Object.keys(values)));
  return [...keys].sort().flatMap((key): ResolvedValue[] => {
    const said = layers
      .filter(({ values }) => values[key] !== undefined)
      .map(({ origin, values }) => ({ origin, value: String(values[key]) }));
    const top = said.at(-1);
    if (!top) return [];
    const below = said.at(-2);
    return [
      { key: `${prefix}${key}`, ...top, ...(below && { instead: below }) },
    ];
  });
}
