import type { OptionCatalog } from '../catalog/PluginDescription';
import type { ConfigProblem } from '../model/ConfigProblem';
import { placedBlocks } from '../model/JobConfig';
import type { JobConfig } from '../model/JobConfig';
import type { JsonValue } from '../model/JsonValue';
import { checkValue } from './checkValue';
import { nearest } from './nearest';
import { givenValue, isOpen, lookUp } from './optionValue';

/** Settings for other engines, and for a client, pass. */
const FOREIGN = /^(spark|flink|execution|shade|sink|source)\./;

/** Checks `env`, and `parallelism` wherever it stands. */
export function checkEnv(
  job: JobConfig,
  catalog: OptionCatalog,
): ConfigProblem[] {
  const known = catalog.env.map(option => option.key);
  return [
    ...catalog.env.flatMap(option => {
      if (option.key === 'parallelism') return [];
      const value = givenValue(job.env, option);
      const fault = value === undefined ? undefined : checkValue(option, value);
      if (!fault) return [];
      return [
        {
          severity: 'error' as const,
          message: `${option.key} is ${fault.message}.`,
          remedy: fault.remedy,
          field: `env.${option.key}`,
        },
      ];
    }),
    ...Object.keys(job.env)
      .filter(key => !FOREIGN.test(key))
      .filter(key => !known.some(k => k === key || k.startsWith(`${key}.`)))
      .flatMap(key => {
        const like = nearest(key, known);
        if (!like) return [];
        return [
          {
            severity: 'warning' as const,
            message: `env.${key} is not known.`,
            remedy: `Did you mean ${like}?`,
            field: `env.${key}`,
          },
        ];
      }),
    ...checkParallelism(job.env.parallelism, 'env.parallelism'),
    ...placedBlocks(job).flatMap(({ block, path }) =>
      checkParallelism(block.options.parallelism, `${path}.parallelism`),
    ),
    ...checkInterval(job),
  ];
}

function checkParallelism(
  value: JsonValue | undefined,
  field: string,
): ConfigProblem[] {
  if (value === undefined || value === null || isOpen(value)) return [];
  if (/^\d+$/.test(String(value)) && Number(value) >= 1) return [];
  return [
    {
      severity: 'error',
      message: 'parallelism is not a whole number from 1.',
      remedy: 'Give 1 or more.',
      field,
    },
  ];
}

function checkInterval(job: JobConfig): ConfigProblem[] {
  const value = lookUp(job.env, 'checkpoint.interval');
  if (value === undefined || value === null || isOpen(value)) return [];
  const milliseconds = Number(value);
  if (!Number.isFinite(milliseconds) || milliseconds >= 10) return [];
  return [
    {
      severity: 'error',
      message: 'checkpoint.interval is below 10; it counts milliseconds.',
      remedy: 'Give 10 or more, e.g. 10000 for ten seconds.',
      field: 'env.checkpoint.interval',
    },
  ];
}
