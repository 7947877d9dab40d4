import { useEffect, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ChangeRequest } from '@datalark/backstage-plugin-data-lineage-common';
import { ChangePreviewState } from '@datalark/backstage-plugin-data-lineage-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { queryKeys } from './queryKeys';
import { useDebounced } from './useDebounced';

/**
 * What a definition would read and write, asked once it has not changed for
 * `debounce` milliseconds. `onState` hears what is known of the request as it
 * is now; an answer about an older one is none.
 */
export function useChangePreview(
  request: ChangeRequest | undefined,
  debounce: number,
  onState?: (state: ChangePreviewState) => void,
) {
  const api = useApi(dataLineageApiRef);
  // Callers make the request in place: only what it says counts.
  const now = JSON.stringify(request);
  const text = useDebounced(now, debounce);
  const asked = useMemo(
    () => (text ? (JSON.parse(text) as ChangeRequest) : undefined),
    [text],
  );
  const query = useQuery({
    queryKey: queryKeys.preview(asked),
    queryFn: ({ signal }) => api.previewChange(asked!, { signal }),
    enabled: Boolean(asked),
    placeholderData: keepPreviousData,
  });
  const isCurrent = now === text;
  const answer = isCurrent && !query.isPlaceholderData ? query.data : undefined;
  const isWaiting = Boolean(now) && !answer && !(isCurrent && query.isError);
  useEffect(() => {
    if (answer && now) onState?.({ status: 'known', preview: answer });
    else onState?.({ status: isWaiting ? 'waiting' : 'unknown' });
  }, [answer, now, isWaiting, onState]);
  return query;
}
