import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Jobs made in the portal, as catalog entities. */
      dataJobs?: {
        /**
         * How often all of them are read; changes arrive at once besides.
         * Default: every 5 minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
