import {
  JobDetail,
  JobFacets,
  JobPage,
  JobQuery,
  JobSortKey,
  JobSummary,
} from '@datalark/backstage-plugin-data-jobs-common';

const FIELDS: Record<JobSortKey, (job: JobSummary) => string> = {
  name: job => job.name,
  owner: job => job.owner,
  system: job => job.system ?? '',
  type: job => job.type,
  engine: job => job.deployment.engine,
  environment: job => job.deployment.environment,
  restorePoint: job => job.restorePoint?.createdAt ?? '',
  desired: job => job.deployment.desired,
  observed: job => job.deployment.observation.state,
  health: job => job.deployment.observation.health.state,
  lastChange: job => job.deployment.lastChange?.at ?? '',
};

/** Filters, sorts and cuts as the back end does. */
export function queryJobs(jobs: JobSummary[], query: JobQuery): JobPage {
  const text = query.text?.toLowerCase();
  const anyOf = (values: readonly string[] | undefined, value: string) =>
    !values || values.includes(value);
  const sort = FIELDS[query.sort ?? 'name'];
  const found = jobs
    .filter(
      job =>
        (!text ||
          [job.name, job.title, job.description].some(field =>
            field?.toLowerCase().includes(text),
          )) &&
        anyOf(query.owner, job.owner) &&
        (!query.system || query.system.includes(job.system ?? '')) &&
        anyOf(query.type, job.type) &&
        anyOf(query.engine, job.deployment.engine) &&
        anyOf(query.environment, job.deployment.environment) &&
        anyOf(query.desired, job.deployment.desired) &&
        anyOf(query.observed, job.deployment.observation.state) &&
        anyOf(query.health, job.deployment.observation.health.state),
    )
    .sort((a, b) => sort(a).localeCompare(sort(b)));
  if (query.order === 'desc') found.reverse();
  const offset = query.offset ?? 0;
  return {
    items: found.slice(offset, offset + (query.limit ?? 50)),
    totalItems: found.length,
  };
}

/** Counts the values to filter by, as the back end does. */
export function facetsOf(jobs: JobDetail[]): JobFacets {
  const count = (values: Array<string | undefined>) => {
    const counts = new Map<string, number>();
    for (const value of values) {
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, n]) => ({ value, count: n }));
  };
  const deployments = jobs.flatMap(job => job.deployments);
  return {
    owner: count(jobs.map(job => job.owner)),
    system: count(jobs.map(job => job.system)),
    type: count(jobs.map(job => job.type)),
    engine: count(deployments.map(one => one.engine)),
    environment: count(deployments.map(one => one.environment)),
  };
}
