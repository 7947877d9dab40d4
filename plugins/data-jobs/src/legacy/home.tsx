import { createCardExtension } from '@backstage/plugin-home-react';
import { InLegacyApp } from '@datalark/backstage-plugin-data-entities-react/legacy';
import { dataJobsPlugin } from './plugin';

/**
 * The viewer's jobs that are not well, for the home page.
 *
 * @public
 */
export const HomeDataJobsNeedingAttention = dataJobsPlugin.provide(
  createCardExtension({
    name: 'HomeDataJobsNeedingAttention',
    title: 'My data jobs that need attention',
    components: () =>
      import('../components/JobCards').then(m => ({
        Content: () => (
          <InLegacyApp>
            <m.AttentionJobsWidget />
          </InLegacyApp>
        ),
      })),
  }),
);
