import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  DATA_ENTITIES_API_VERSION,
  DataJobEntity,
  formatEntityProblem,
  validateDataEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import { JobInput, JobSpec } from '@datalark/backstage-plugin-data-jobs-common';

/** A job as the portal registers it, and as the catalog would read it. */
export type ComposedJob = {
  job: JobInput;
  entityRef: string;
  entity: DataJobEntity;
};

/**
 * Makes a job out of what a form gives. Empty texts, lists and maps are left
 * out, as forms give them for fields that nobody filled in. Throws an
 * `InputError` that lists every problem.
 */
export function composeJob(
  input: Omit<JobInput, 'spec'> & { spec: Record<string, unknown> },
): ComposedJob {
  const namespace = input.namespace?.trim() || 'default';
  const spec = {
    ...filled(input.spec),
    definition: filled(
      (input.spec.definition ?? {}) as Record<string, unknown>,
    ),
  } as JobSpec;
  const job = filled({ ...input, namespace, spec }) as JobInput;
  const entity = {
    apiVersion: DATA_ENTITIES_API_VERSION,
    kind: 'DataJob',
    metadata: filled({
      name: job.name,
      namespace: namespace === 'default' ? undefined : namespace,
      title: job.title,
      description: job.description,
    }),
    spec,
  } as DataJobEntity;
  const { problems } = validateDataEntity(entity);
  if (problems.length > 0) {
    throw new InputError(
      `The job is not right yet: ${problems
        .map(formatEntityProblem)
        .join('. ')}.`,
    );
  }
  return { job, entity, entityRef: stringifyEntityRef(entity) };
}

function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
