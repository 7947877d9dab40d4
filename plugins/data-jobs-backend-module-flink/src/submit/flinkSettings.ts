import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import {
  JobSubmission,
  ResolvedDefinition,
} from '@datalark/backstage-plugin-data-jobs-node';
import { reservedSetting } from '../sql/reservedSettings';

/** `spec.configuration`, parallelism and processing as Flink configuration. */
export function definitionSettings(
  definition: ResolvedDefinition,
): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const [key, value] of Object.entries(definition.configuration ?? {})) {
    settings[key] = String(value);
  }
  if (definition.parallelism !== undefined) {
    settings['parallelism.default'] = String(definition.parallelism);
  }
  settings['execution.runtime-mode'] =
    definition.processing === 'batch' ? 'BATCH' : 'STREAMING';
  return settings;
}

/** What of `spec.configuration` a job cannot set. */
export function settingProblems(
  definition: ResolvedDefinition,
): DefinitionProblem[] {
  return Object.keys(definition.configuration ?? {}).flatMap(key => {
    const remedy = reservedSetting(key);
    return remedy
      ? [
          {
            severity: 'error' as const,
            message: `A job cannot set ${key}.`,
            remedy,
            field: `spec.configuration.${key}`,
          },
        ]
      : [];
  });
}

/**
 * What holds for the one statement that starts the job. The id is an internal
 * option of Flink, the only one that makes a submission idempotent: measured on
 * 1.20.3, 1.20.5 and 2.3.0.
 */
export function submissionSettings(
  submission: JobSubmission,
  flinkVersion: string,
): Record<string, string> {
  const settings: Record<string, string> = {
    ...definitionSettings(submission),
    '$internal.pipeline.job-id': submission.engineJobId,
    'pipeline.name': submission.jobName,
    // Else the Gateway would wait for the end of the job.
    'table.dml-sync': 'false',
  };
  const { restore } = submission;
  if (restore) {
    const prefix = flinkVersion.startsWith('1.')
      ? 'execution.savepoint'
      : 'execution.state-recovery';
    settings[`${prefix}.path`] = restore.location;
    if (restore.allowNonRestoredState) {
      settings[`${prefix}.ignore-unclaimed-state`] = 'true';
    }
  }
  return settings;
}
