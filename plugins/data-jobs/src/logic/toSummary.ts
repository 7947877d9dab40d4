import {
  Deployment,
  JobDetail,
  JobSummary,
} from '@datalark/backstage-plugin-data-jobs-common';

/** A job in one of its environments, as the list would show it. */
export function toSummary(
  detail: JobDetail,
  deployment: Deployment,
): JobSummary {
  const { spec, deployments, restorePoints, ...job } = detail;
  return { ...job, deployment };
}
