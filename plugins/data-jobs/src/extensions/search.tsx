import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiFlowChart } from '@remixicon/react';
import { DATA_JOBS_DOCUMENT_TYPE } from '../logic/dataJobsDocumentType';

/** `search-result-list-item:data-jobs` */
export const jobSearchResult = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiFlowChart aria-hidden="true" />,
    predicate: result => result.type === DATA_JOBS_DOCUMENT_TYPE,
    component: () =>
      import('../components/JobSearchResult').then(m => m.JobSearchResult),
  },
});

/** `search-filter-result-type:data-jobs` */
export const jobSearchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: DATA_JOBS_DOCUMENT_TYPE,
    name: 'Data jobs',
    icon: <RiFlowChart aria-hidden="true" />,
  },
});
