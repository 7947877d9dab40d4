import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatJobListState,
  JobListState,
  parseJobListState,
} from '../logic/jobListState';

/** The state of the list, kept in the address. A change of filters goes to the first page. */
export function useJobListState(): [
  JobListState,
  (part: Partial<JobListState>) => void,
] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => parseJobListState(params), [params]);
  const change = useCallback(
    (part: Partial<JobListState>) =>
      setParams(
        current =>
          formatJobListState({
            ...parseJobListState(current),
            offset: 0,
            ...part,
          }),
        { replace: true },
      ),
    [setParams],
  );
  return [state, change];
}
