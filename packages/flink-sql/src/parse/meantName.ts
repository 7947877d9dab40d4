import type { Cursor } from './Cursor';

/** Words of the grammar itself: a name is missing where they stand. */
const STRUCTURE = new Set(
  `ALL AND ANY AS ASC BETWEEN BY CASE CAST CROSS DELETE DESC DISTINCT ELSE END
  EXCEPT EXISTS FETCH FILTER FOR FROM FULL GROUP HAVING IN INNER INSERT INTERSECT
  INTO IS JOIN LATERAL LEFT LIKE LIMIT MATCH_RECOGNIZE MERGE NATURAL NOT NULL OFFSET
  ON OR ORDER OUTER OVER PARTITION QUALIFY RIGHT ROW SELECT SET SOME TABLE THEN UNION
  UNNEST UPDATE USING VALUES WHEN WHERE WINDOW WITH`.split(/\s+/),
);

/** Tells whether a reserved word stands where only a name makes sense. */
export function isMeantAsName(cursor: Cursor): boolean {
  const { token } = cursor;
  if (token?.kind === 'double-quoted') {
    return ['.', 'AS', 'JOIN', 'FROM', 'INTO'].includes(cursor.ahead(-1));
  }
  if (token?.kind !== 'word') return false;
  const next = cursor.ahead(1);
  return (
    cursor.ahead(-1) === '.' ||
    next === '.' ||
    ([',', ')', '(', 'AS', 'FROM', '='].includes(next) &&
      !STRUCTURE.has(cursor.word))
  );
}
