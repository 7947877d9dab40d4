import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  DataJobsApi,
  DataJobsClient,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useMemo } from 'react';

/** The REST interface of data-jobs, as the user. */
export function useDataJobsApi(): DataJobsApi {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () => new DataJobsClient({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
}
