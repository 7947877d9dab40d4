import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

/** `home-page-widget:data-jobs/attention` */
export const attentionHomeWidget = HomePageWidgetBlueprint.make({
  name: 'attention',
  params: {
    name: 'DataJobsAttention',
    title: 'My data jobs that need attention',
    description: 'Data jobs of mine and my groups that are not well',
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 2, defaultRows: 4 },
    },
    components: () =>
      import('../components/JobCards').then(m => ({
        Content: m.AttentionJobsWidget,
      })),
  },
});
