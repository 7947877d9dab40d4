import {
  JobDetail,
  ResolvedJob,
} from '@datalark/backstage-plugin-data-jobs-common';

/** What the back end would resolve, as far as pages need it. */
export function resolvedJob(
  job: JobDetail,
  request: { environment?: string; version?: number },
): ResolvedJob {
  const environment = request.environment ?? job.deployments[0].environment;
  const deployment = job.deployments.find(
    one => one.environment === environment,
  );
  const over = job.spec.environments?.[environment];
  return {
    entityRef: job.entityRef,
    environment,
    version:
      request.version ?? deployment?.deployedVersion ?? job.latestVersion,
    values: [
      { key: 'engine', value: job.spec.engine, origin: 'spec' },
      {
        key: 'parallelism',
        value: String(over?.parallelism ?? job.spec.parallelism ?? 1),
        origin: over?.parallelism ? 'environment' : 'spec',
        ...(over?.parallelism && {
          instead: { value: '1', origin: 'spec' as const },
        }),
      },
    ],
    secrets: [{ name: 'shop-db', state: 'known' }],
    definition: job.spec.definition,
    problems: [],
  };
}
