import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** `entity-card:data-jobs/job-state` */
export const jobStateEntityCard = EntityCardBlueprint.make({
  name: 'job-state',
  params: {
    filter: { kind: 'DataJob' },
    type: 'content',
    loader: () =>
      import('../components/JobStateCard').then(m => <m.JobStateCard />),
  },
});
