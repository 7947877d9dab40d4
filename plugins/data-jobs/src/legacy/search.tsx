import {
  createSearchResultListItemExtension,
  SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { InLegacyApp } from '@datalark/backstage-plugin-data-entities-react/legacy';
import { ComponentProps } from 'react';
import type { JobSearchResult } from '../components/JobSearchResult';
import { DATA_JOBS_DOCUMENT_TYPE } from '../logic/dataJobsDocumentType';
import { dataJobsPlugin } from './plugin';

/**
 * A job among the results of the search.
 *
 * @public
 */
export const DataJobSearchResultListItem: (
  props: SearchResultListItemExtensionProps,
) => JSX.Element | null = dataJobsPlugin.provide(
  createSearchResultListItemExtension({
    name: 'DataJobSearchResultListItem',
    predicate: result => result.type === DATA_JOBS_DOCUMENT_TYPE,
    component: () =>
      import('../components/JobSearchResult').then(
        m => (props: ComponentProps<typeof JobSearchResult>) =>
          (
            <InLegacyApp>
              <m.JobSearchResult {...props} />
            </InLegacyApp>
          ),
      ),
  }),
);
