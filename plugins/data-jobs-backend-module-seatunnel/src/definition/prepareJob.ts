import { JobSubmission } from '@datalark/backstage-plugin-data-jobs-node';
import { JobConfig, printJobConfig } from '@datalark/seatunnel-config';

/**
 * The text that is sent: the job with the name, the parallelism and the
 * settings of the submission laid over its `env`, in the words of the server.
 */
export function prepareJob(
  config: JobConfig,
  submission: Pick<JobSubmission, 'jobName' | 'parallelism' | 'configuration'>,
  seatunnelVersion: string,
): string {
  const { jobName, parallelism, configuration } = submission;
  return printJobConfig(
    {
      ...config,
      env: {
        ...config.env,
        ...configuration,
        ...(parallelism !== undefined && { parallelism }),
        'job.name': jobName,
      },
    },
    { format: 'json', seatunnelVersion },
  );
}
