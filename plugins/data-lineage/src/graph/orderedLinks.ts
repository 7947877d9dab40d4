import { ColumnLink } from '@datalark/backstage-plugin-data-lineage-common';

/**
 * The links of a column's path in the order in which they are met: what it
 * comes from, nearest first, and what it goes to, nearest first.
 */
export function orderedLinks(
  links: ColumnLink[],
  column: { node: string; column: string },
): { before: ColumnLink[]; after: ColumnLink[] } {
  return {
    before: walk(links, column, link => [link.to, link.from]),
    after: walk(links, column, link => [link.from, link.to]),
  };
}

type End = { node: string; column?: string };

function walk(
  links: ColumnLink[],
  start: End,
  ends: (link: ColumnLink) => [End, End],
): ColumnLink[] {
  const found = new Set<ColumnLink>();
  const key = (end: End) => `${end.node} ${end.column ?? ''}`;
  const seen = new Set([key(start)]);
  for (let level = [start]; level.length > 0; ) {
    const next: End[] = [];
    for (const link of links) {
      const [near, far] = ends(link);
      // What influences a whole dataset influences each of its columns.
      const isNext = level.some(
        end =>
          end.node === near.node &&
          (near.column === undefined || end.column === near.column),
      );
      if (!isNext || found.has(link)) continue;
      found.add(link);
      if (far.column === undefined || seen.has(key(far))) continue;
      seen.add(key(far));
      next.push(far);
    }
    level = next;
  }
  return [...found];
}
