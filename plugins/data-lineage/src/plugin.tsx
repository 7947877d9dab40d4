import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiNodeTree } from '@remixicon/react';
import { changePreviewApi, dataLineageApi } from './extensions/apis';
import { driftEntityCard } from './extensions/entityCards';
import { lineageEntityContent } from './extensions/entityContents';
import { lineagePage } from './extensions/pages';
import { lineageRouteRef, lineageTabRouteRef } from './routes';

/**
 * Lineage of datasets, columns and jobs: explorer, entity tab, impact, drift.
 *
 * @public
 */
export const dataLineagePlugin = createFrontendPlugin({
  pluginId: 'data-lineage',
  title: 'Lineage',
  icon: <RiNodeTree />,
  info: { packageJson: () => import('../package.json') },
  routes: { lineage: lineageRouteRef, lineageTab: lineageTabRouteRef },
  extensions: [
    dataLineageApi,
    changePreviewApi,
    lineagePage,
    lineageEntityContent,
    driftEntityCard,
  ],
});
