import { useMemo } from 'react';
import { useText } from '../../hooks/useText';

const SIZE = 20;
const SIZES = [SIZE, 50, 100];

/** How tables are cut into pages, and what they say about it. */
export function usePaging() {
  const t = useText();
  return useMemo(
    () => ({
      pageSize: SIZE,
      pageSizeOptions: SIZES.map(value => ({
        value,
        label: t('table.pageSize', { number: String(value) }),
      })),
      getLabel: ({
        pageSize,
        offset = 0,
        totalCount = 0,
      }: {
        pageSize: number;
        offset?: number;
        totalCount?: number;
      }) =>
        t('table.pageLabel', {
          from: String(Math.min(offset + 1, totalCount)),
          to: String(Math.min(offset + pageSize, totalCount)),
          total: String(totalCount),
        }),
    }),
    [t],
  );
}
