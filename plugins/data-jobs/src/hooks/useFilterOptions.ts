import { useApi } from '@backstage/frontend-plugin-api';
import {
  JOB_FACETS,
  JobFacet,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';

/** Values to choose from: those of the jobs that the viewer may see. */
export type FilterOptions = Record<JobFacet, string[]>;

/** What the filters of the list offer. Nothing that fails here breaks the list. */
export function useFilterOptions(): FilterOptions {
  const api = useApi(dataJobsApiRef);
  const { data } = useQuery({
    queryKey: queryKeys.facets(),
    staleTime: 30_000,
    queryFn: ({ signal }) => api.jobFacets({ signal }),
  });
  return Object.fromEntries(
    JOB_FACETS.map(facet => [
      facet,
      (data?.[facet] ?? []).map(({ value }) => value).sort(),
    ]),
  ) as FilterOptions;
}
