import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** `entity-card:data-jobs/system-jobs` */
export const systemJobsEntityCard = EntityCardBlueprint.make({
  name: 'system-jobs',
  params: {
    filter: { kind: { $in: ['System', 'Domain'] } },
    type: 'content',
    loader: () =>
      import('../components/JobCards').then(m => <m.SystemJobsCard />),
  },
});

/** `entity-card:data-jobs/attention` */
export const attentionEntityCard = EntityCardBlueprint.make({
  name: 'attention',
  params: {
    filter: { kind: { $in: ['Group', 'User'] } },
    type: 'content',
    loader: () =>
      import('../components/JobCards').then(m => <m.AttentionJobsCard />),
  },
});

/** `entity-card:data-jobs/dataset-jobs` */
export const datasetJobsEntityCard = EntityCardBlueprint.make({
  name: 'dataset-jobs',
  params: {
    filter: { kind: 'Dataset' },
    type: 'content',
    loader: () =>
      import('../components/JobCards').then(m => <m.DatasetJobsCard />),
  },
});
