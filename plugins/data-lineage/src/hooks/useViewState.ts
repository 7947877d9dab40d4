import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { formatViewState, parseViewState, ViewState } from '../logic/viewState';

/** Changes a part of the view; a function gets the view as it is. */
export type ChangeView = (
  part: Partial<ViewState> | ((state: ViewState) => Partial<ViewState>),
) => void;

/** The view, kept in the address. */
export function useViewState(): [ViewState, ChangeView] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => parseViewState(params), [params]);
  const change = useCallback<ChangeView>(
    part =>
      setParams(
        current => {
          const now = parseViewState(current);
          const next = typeof part === 'function' ? part(now) : part;
          return formatViewState({ ...now, ...next }, current);
        },
        { replace: true },
      ),
    [setParams],
  );
  return [state, change];
}
