import { LineageName } from '../NodeId';

/** Namespace of the jobs of this portal unless `dataLineage.jobNamespace` says otherwise. @public */
export const DEFAULT_JOB_NAMESPACE = 'datalark';

/**
 * The pair of a DataJob in one environment. The name is the one under which
 * data-jobs submits it (`pipeline.name`, `job.name`), so what a run reports, what
 * is inferred and what is declared meet in one node. Two DataJobs of one name in
 * different catalog namespaces share it.
 *
 * @public
 */
export function dataJobName(
  job: { name: string; environment?: string },
  jobNamespace = DEFAULT_JOB_NAMESPACE,
): LineageName {
  const { name, environment = 'default' } = job;
  return {
    namespace: jobNamespace,
    name: environment === 'default' ? name : `${name}-${environment}`,
  };
}
