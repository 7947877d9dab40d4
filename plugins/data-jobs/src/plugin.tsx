import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { dataJobsApi } from './extensions/apis';
import { jobStateEntityCard } from './extensions/entityCards';
import { jobEntityContent } from './extensions/entityContents';
import { attentionHomeWidget } from './extensions/homeWidgets';
import { enginesPage, jobsPage } from './extensions/pages';
import {
  attentionEntityCard,
  datasetJobsEntityCard,
  systemJobsEntityCard,
} from './extensions/relatedJobCards';
import { jobSearchResult, jobSearchResultType } from './extensions/search';
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
    systemJobsEntityCard,
    attentionEntityCard,
    datasetJobsEntityCard,
    attentionHomeWidget,
    jobSearchResult,
    jobSearchResultType,
  ],
});
