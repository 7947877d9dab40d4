import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiFlowChart } from '@remixicon/react';

/** Type of the documents of `search-backend-module-data-jobs`. */
const DATA_JOBS = 'data-jobs';

/** `search-result-list-item:data-jobs` */
export const jobSearchResult = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiFlowChart aria-hidden="true" />,
    predicate: result => result.type === DATA_JOBS,
    component: () =>
      import('../components/JobSearchResult').then(m => m.JobSearchResult),
  },
});

/** `search-filter-result-type:data-jobs` */
export const jobSearchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: DATA_JOBS,
    name: 'Data jobs',
    icon: <RiFlowChart aria-hidden="true" />,
  },
});
