import { useCallback, useMemo, useState } from 'react';
import {
  BulkRequest,
  JobQuery,
} from '@datalark/backstage-plugin-data-jobs-common';

/** Rows that are chosen: by their ids, over all pages, or all that match. */
export type Selection = {
  ids: ReadonlySet<string>;
  /** All that match what the list shows, also those on other pages. */
  isMatching: boolean;
  count: number;
  toggle(pageIds: string[], chosen: 'all' | ReadonlySet<string | number>): void;
  chooseMatching(): void;
  clear(): void;
  /** What a bulk request is to be about. */
  target(): Pick<BulkRequest, 'targets' | 'query'>;
};

const NONE: ReadonlySet<string> = new Set();

/** Keeps a selection while pages turn; "all that match" ends when the filters change. */
export function useSelection(query: JobQuery, total: number): Selection {
  const [ids, setIds] = useState(NONE);
  const { sort, order, limit, offset, ...matching } = query;
  const key = JSON.stringify(matching);
  const [matchingKey, setMatchingKey] = useState<string>();
  const isMatching = matchingKey === key;
  const toggle = useCallback<Selection['toggle']>((pageIds, chosen) => {
    setMatchingKey(undefined);
    setIds(current => {
      const next = new Set(current);
      for (const id of pageIds) {
        if (chosen === 'all' || chosen.has(id)) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  return useMemo(
    () => ({
      ids,
      isMatching,
      count: isMatching ? total : ids.size,
      toggle,
      chooseMatching: () => setMatchingKey(key),
      clear: () => {
        setIds(NONE);
        setMatchingKey(undefined);
      },
      target: () =>
        isMatching
          ? { query: JSON.parse(key) }
          : {
              targets: [...ids].map(id => {
                const at = id.lastIndexOf('|');
                return {
                  entityRef: id.slice(0, at),
                  environment: id.slice(at + 1),
                };
              }),
            },
    }),
    [ids, isMatching, key, total, toggle],
  );
}
