import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiFlowChart, RiServerLine } from '@remixicon/react';
import { enginesRouteRef, jobsRouteRef } from '../routes';

/** `page:data-jobs` */
export const jobsPage = PageBlueprint.make({
  params: {
    path: '/data-jobs',
    title: 'Data jobs',
    icon: <RiFlowChart />,
    routeRef: jobsRouteRef,
    loader: () =>
      import('../components/JobsContent').then(m => <m.JobsContent />),
  },
});

/** `page:data-jobs/engines` */
export const enginesPage = PageBlueprint.make({
  name: 'engines',
  params: {
    path: '/engines',
    title: 'Engines',
    icon: <RiServerLine />,
    routeRef: enginesRouteRef,
    loader: () =>
      import('../components/EnginesContent').then(m => <m.EnginesContent />),
  },
});
