import { SortDescriptor } from '@backstage/ui';

/** Sorts rows by one of their fields, as text; what is not known comes last. */
export function sortRows<T extends object>(
  rows: T[],
  { column, direction }: SortDescriptor,
): T[] {
  const sign = direction === 'descending' ? -1 : 1;
  const read = (row: T) => (row as Record<string, unknown>)[String(column)];
  return [...rows].sort((a, b) => {
    const x = read(a);
    const y = read(b);
    if (x === y) return 0;
    if (x === undefined || x === '') return 1;
    if (y === undefined || y === '') return -1;
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    return sign * String(x).localeCompare(String(y));
  });
}
