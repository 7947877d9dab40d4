import { DEFAULT_ENVIRONMENT } from '@datalark/backstage-plugin-data-jobs-common';

/**
 * The name that the engine shows and that what runs reports lineage under, so it
 * is the same as `dataJobName` of data-lineage-common: jobs of one name in several
 * catalog namespaces must not be one.
 */
export function jobNameOnEngine(job: {
  name: string;
  namespace: string;
  environment: string;
}): string {
  const { namespace, environment } = job;
  const name = namespace === 'default' ? job.name : `${namespace}/${job.name}`;
  return environment === DEFAULT_ENVIRONMENT ? name : `${name}-${environment}`;
}
