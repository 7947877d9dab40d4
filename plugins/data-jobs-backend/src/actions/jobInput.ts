import { Z } from '@datalark/backstage-plugin-data-entities-node';

/** The job an action is about. */
export const jobName = (z: Z) =>
  z
    .string()
    .min(1)
    .describe(
      'The job: an entity ref such as "datajob:default/orders", or just its name "orders"',
    );

/** The environment an action is about. */
export const environmentName = (z: Z) =>
  z
    .string()
    .describe(
      'Environment of the job, such as "production"; only needed when the job has several',
    )
    .optional();
