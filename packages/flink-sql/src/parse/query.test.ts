import { problemsOf } from '../__testUtils__/readOne';
import { queryOf, selectOf } from '../__testUtils__/readParts';

describe('queries', () => {
  it('reads all clauses of SELECT', () => {
    const select = selectOf(`SELECT DISTINCT a, t.*, b AS c, d e
      FROM t
      WHERE a > 1
      GROUP BY a, (b), ()
      HAVING COUNT(*) > 1
      WINDOW w AS (PARTITION BY a), w2 AS (w ORDER BY b)
      QUALIFY ROW_NUMBER() OVER w = 1`);
    expect(select).toMatchObject({
      distinct: true,
      items: [
        { expression: { kind: 'ColumnReference' } },
        { expression: { kind: 'Star' } },
        { alias: { name: 'c' } },
        { alias: { name: 'e' } },
      ],
      from: { kind: 'NamedTable' },
      where: { kind: 'Binary' },
      groupBy: { items: [{}, {}, { kind: 'Row', fields: [] }] },
      having: { kind: 'Binary' },
      windows: [{ name: { name: 'w' } }, { window: { base: { name: 'w' } } }],
      qualify: { kind: 'Binary' },
    });
  });

  it('reads grouping sets in each other', () => {
    const select = selectOf(
      'SELECT 1 FROM t GROUP BY GROUPING SETS ((a, b), a, (), ROLLUP (a, (b, c)), CUBE (d))',
    );
    expect(select.groupBy).toMatchObject({
      items: [
        {
          type: 'GROUPING SETS',
          items: [
            { kind: 'Row', fields: [{}, {}] },
            { kind: 'ColumnReference' },
            { kind: 'Row', fields: [] },
            { type: 'ROLLUP', items: [{}, { kind: 'Row' }] },
            { type: 'CUBE' },
          ],
        },
      ],
    });
  });

  it('reads WITH, set operators, sorting and limits', () => {
    expect(
      queryOf(`WITH RECURSIVE a (x) AS (SELECT 1), b AS (VALUES 1)
        SELECT x FROM a UNION ALL SELECT 2 INTERSECT SELECT 3
        ORDER BY x DESC, 2 LIMIT 5 OFFSET 2 ROWS`),
    ).toMatchObject({
      recursive: true,
      with: [{ columns: [{ name: 'x' }] }, { name: { name: 'b' } }],
      body: {
        operator: 'UNION',
        all: true,
        right: { operator: 'INTERSECT', all: false },
      },
      orderBy: [{ direction: 'DESC' }, {}],
      limit: { value: '5' },
      offset: { value: '2' },
    });
    expect(queryOf('SELECT 1 FETCH FIRST 3 ROWS ONLY').fetch).toMatchObject({
      value: '3',
    });
    expect(queryOf('(SELECT 1) UNION (SELECT 2) LIMIT ALL')).toMatchObject({
      body: { left: { kind: 'Query' }, right: { kind: 'Query' } },
    });
    expect(queryOf('TABLE a.b')).toMatchObject({
      body: { kind: 'ExplicitTable' },
    });
  });

  it('reads VALUES', () => {
    expect(queryOf("VALUES (1, 'a'), ROW(2, 'b'), 3").body).toMatchObject({
      rows: [
        { values: [{}, { value: 'a' }] },
        { values: [{}, {}] },
        { values: [{ value: '3' }] },
      ],
    });
  });

  it('reads hints', () => {
    expect(
      selectOf(
        "SELECT /*+ STATE_TTL('a' = '1d'), BROADCAST(b, c), X */ 1 FROM t",
      ).hints,
    ).toMatchObject([
      { name: 'STATE_TTL', options: [{ key: 'a', value: '1d' }] },
      { name: 'BROADCAST', values: ['b', 'c'] },
      { name: 'X', values: [], options: [] },
    ]);
  });

  it.each([
    ['SELECT', '1:6 Expected an expression after SELECT'],
    ['SELECT a, FROM t', '1:11 Expected an expression (FROM is reserved'],
    [
      'SELECT a b c FROM t',
      '1:12 Expected an operator, a comma or FROM after b',
    ],
    ['SELECT a FROM t WHERE', '1:21 Expected an expression after WHERE'],
    ['SELECT a WHERE b', '1:10 Expected the end of the statement after a'],
    ['SELECT a FROM t ORDER a', '1:23 Expected BY after ORDER, found a'],
    ['SELECT a FROM t LIMIT a', '1:23 Expected ALL, a number or ? after'],
    ['SELECT a FROM t LIMIT 1, 2', '1:17 Flink SQL has no LIMIT start, count'],
    ['SELECT 1 MINUS SELECT 2', '1:10 Expected EXCEPT'],
    ['WITH a AS SELECT 1 SELECT 2', '1:11 Expected ( after AS'],
    [
      'SELECT /*+ A(b) C(d) */ 1',
      '1:17 Expected a comma or */ after ), found C',
    ],
    ['SELECT 1 UNION', '1:14 Expected a query'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});
