import { readFileSync } from 'fs';
import { resolve } from 'path';
import { lineageOf } from './lineageOf';

const read = (path: string) =>
  readFileSync(resolve(__dirname, '../__fixtures__/lineage', path), 'utf8');
/** What the last statement of a script only looks up. */
const lookupsOf = (script: string) =>
  lineageOf(script)
    .statements.at(-1)!
    .lookups?.map(({ table }) => table);

const TABLES = `
CREATE TABLE o (id INT, k INT, ts TIMESTAMP(3), pt AS PROCTIME(), late AS CAST(PROCTIME() AS STRING),
  WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE d (k INT, v STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT, v STRING) WITH ('connector' = 'print');
`;
const JOIN = 'JOIN d FOR SYSTEM_TIME AS OF';

describe('lookups', () => {
  it.each([
    ['joins/lookup-chain.sql', ['cats', 'items', 'users']],
    ['joins/lookup-with-hint.sql', ['customers']],
    ['windows/tvf-then-lookup.sql', ['cards']],
    ['joins/temporal-versioned.sql', undefined],
    ['joins/versioned-view.sql', undefined],
    ['time-travel/timestamp-and-hints.sql', undefined],
  ])('of %s', (path, lookups) => {
    expect(lookupsOf(read(path))).toEqual(lookups);
  });

  it.each([
    [
      'in a common table',
      `WITH c AS (SELECT id, k, pt AS at FROM o) SELECT c.id, d.v FROM c ${JOIN} c.at AS d ON c.k = d.k`,
    ],
    [
      'of a star',
      `SELECT c.id, d.v FROM (SELECT * FROM o) c ${JOIN} pt AS d ON c.k = d.k`,
    ],
    [
      'of a union',
      `SELECT c.id, d.v FROM (SELECT k, id, pt FROM o UNION ALL SELECT k, id, PROCTIME() FROM o) c ${JOIN} c.pt AS d ON c.k = d.k`,
    ],
  ])('knows a processing time %s', (_, query) => {
    expect(lookupsOf(`${TABLES}INSERT INTO s ${query};`)).toEqual(['d']);
  });

  it.each(['o.ts', 'o.late', 'o.gone', 'CURRENT_TIMESTAMP'])(
    'takes a join as of %s for none',
    time => {
      const query = `SELECT o.id, d.v FROM o ${JOIN} ${time} AS d ON o.k = d.k`;
      expect(lookupsOf(`${TABLES}INSERT INTO s ${query};`)).toBeUndefined();
    },
  );

  it('does not count what the statement scans as well', () => {
    const query = `SELECT o.id, d.v FROM o ${JOIN} o.pt AS d ON o.k = d.k`;
    expect(
      lookupsOf(
        `${TABLES}INSERT INTO s ${query} UNION ALL SELECT k, v FROM d;`,
      ),
    ).toBeUndefined();
  });

  it('goes through views, of both sides', () => {
    expect(
      lookupsOf(
        `${TABLES}CREATE VIEW known AS SELECT * FROM d WHERE v <> '';
         CREATE VIEW joined AS SELECT o.id, d.v FROM o JOIN known FOR SYSTEM_TIME AS OF o.pt AS d ON o.k = d.k;
         INSERT INTO s SELECT id, v FROM joined;`,
      ),
    ).toEqual(['d']);
  });
});
