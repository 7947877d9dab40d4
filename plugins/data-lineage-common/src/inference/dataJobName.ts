import { LineageName } from '../NodeId';

/** Namespace of the jobs of this portal unless `dataLineage.jobNamespace` says otherwise. @public */
export const DEFAULT_JOB_NAMESPACE = 'datalark';

/**
 * The pair of a DataJob in one environment. The name is the one under which
 * data-jobs submits it (`pipeline.name`, `job.name`), so what a run reports, what
 * is inferred and what is declared meet in one node. The catalog namespace is before
 * it, with a slash that no name has, unless it is `default`.
 *
 * @public
 */
export function dataJobName(
  job: { name: string; namespace?: string; environment?: string },
  jobNamespace = DEFAULT_JOB_NAMESPACE,
): LineageName {
  const { namespace = 'default', environment = 'default' } = job;
  const name = namespace === 'default' ? job.name : `${namespace}/${job.name}`;
  return {
    namespace: jobNamespace,
    name: environment === 'default' ? name : `${name}-${environment}`,
  };
}
