/** What starts the next part of a query, where reading goes on after a misfit. */
export const CLAUSES: ReadonlySet<string> = new Set([
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'QUALIFY',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FETCH',
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'MINUS',
]);

/** The same, and the comma in front of the next item. */
export const ITEM_ENDS: ReadonlySet<string> = new Set([',', ...CLAUSES]);
