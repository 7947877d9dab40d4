import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiFlowChart } from '@remixicon/react';
import { jobTabRouteRef } from '../routes';

/** `entity-content:data-jobs/job` */
export const jobEntityContent = EntityContentBlueprint.make({
  name: 'job',
  params: {
    path: '/job',
    title: 'Job',
    group: 'operation',
    icon: <RiFlowChart />,
    routeRef: jobTabRouteRef,
    filter: { kind: 'DataJob' },
    loader: () =>
      import('../components/JobEntityContent').then(m => (
        <m.JobEntityContent />
      )),
  },
});
