import {
  looseFlag,
  looseList,
  Z,
} from '@datalark/backstage-plugin-data-entities-node';
import {
  DESIRED_STATES,
  HEALTH_STATES,
  OBSERVED_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';

/** Which jobs are meant, field by field. */
export const jobFilters = (z: Z) => ({
  text: z.string().describe('Words in name, title or description').optional(),
  mine: looseFlag(z)
    .describe('Only jobs that you or one of your groups own')
    .optional(),
  owner: looseList(z, z.string())
    .describe('Owner entity refs, such as group:default/shop')
    .optional(),
  system: looseList(z, z.string())
    .describe('System entity refs, such as system:default/shop')
    .optional(),
  type: looseList(z, z.string())
    .describe('Job types, such as flink-sql, seatunnel')
    .optional(),
  engine: looseList(z, z.string()).describe('Engine names').optional(),
  environment: looseList(z, z.string())
    .describe('Environment names')
    .optional(),
  desired: looseList(z, z.enum(DESIRED_STATES as [any])).optional(),
  observed: looseList(z, z.enum(OBSERVED_STATES as [any])).optional(),
  health: looseList(z, z.enum(HEALTH_STATES as [any])).optional(),
});
