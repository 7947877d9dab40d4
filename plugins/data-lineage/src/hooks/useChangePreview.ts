import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ChangeRequest } from '@datalark/backstage-plugin-data-lineage-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { queryKeys } from './queryKeys';
import { useDebounced } from './useDebounced';

/** What a definition would read and write, asked once it has not changed for `debounce` milliseconds. */
export function useChangePreview(
  request: ChangeRequest | undefined,
  debounce: number,
) {
  const api = useApi(dataLineageApiRef);
  // Callers make the request in place: only what it says counts.
  const text = useDebounced(JSON.stringify(request), debounce);
  const asked = useMemo(
    () => (text ? (JSON.parse(text) as ChangeRequest) : undefined),
    [text],
  );
  return useQuery({
    queryKey: queryKeys.preview(asked),
    queryFn: ({ signal }) => api.previewChange(asked!, { signal }),
    enabled: Boolean(asked),
    placeholderData: keepPreviousData,
  });
}
