import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { dataJobsApi } from './extensions/apis';
import { jobStateEntityCard } from './extensions/entityCards';
import { jobEntityContent } from './extensions/entityContents';
import { enginesPage, jobsPage } from './extensions/pages';
import {
  createPipelineRouteRef,
  enginesRouteRef,
  jobsRouteRef,
  jobTabRouteRef,
} from './routes';

/**
 * Pages, tabs, cards and verbs of data jobs.
 *
 * @public
 */
export const dataJobsPlugin = createFrontendPlugin({
  pluginId: 'data-jobs',
  title: 'Data jobs',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    jobs: jobsRouteRef,
    engines: enginesRouteRef,
    jobTab: jobTabRouteRef,
  },
  externalRoutes: { createPipeline: createPipelineRouteRef },
  extensions: [
    dataJobsApi,
    jobsPage,
    enginesPage,
    jobEntityContent,
    jobStateEntityCard,
  ],
});
