import { problemsOf } from '../__testUtils__/readOne';
import { tableOf } from '../__testUtils__/readParts';

describe('tables', () => {
  it('reads names with all that may follow', () => {
    expect(
      tableOf(
        "a.`b c`.d /*+ OPTIONS('k' = 'v') */ FOR SYSTEM_TIME AS OF o.ts AS t (x, y) TABLESAMPLE SYSTEM(10)",
      ),
    ).toMatchObject({
      kind: 'NamedTable',
      path: { parts: [{ name: 'a' }, { name: 'b c' }, { name: 'd' }] },
      hints: [{ options: [{ key: 'k' }] }],
      asOf: { kind: 'ColumnReference' },
      alias: { name: { name: 't' }, columns: [{ name: 'x' }, {}] },
    });
  });

  it('reads joins from left to right', () => {
    expect(
      tableOf(`a, b JOIN c ON b.x = c.x
        LEFT OUTER JOIN d USING (x, y)
        NATURAL FULL JOIN e CROSS JOIN f RIGHT JOIN g ON TRUE`),
    ).toMatchObject({
      type: 'right',
      left: {
        type: 'cross',
        left: {
          type: 'full',
          natural: true,
          left: {
            type: 'left',
            using: [{ name: 'x' }, { name: 'y' }],
            left: {
              type: 'inner',
              on: { kind: 'Binary' },
              left: { type: 'comma' },
            },
          },
        },
      },
    });
  });

  it('reads lateral tables and UNNEST', () => {
    expect(
      tableOf('a LEFT JOIN LATERAL TABLE(f(a.x)) AS t (y) ON TRUE'),
    ).toMatchObject({
      type: 'left',
      right: {
        kind: 'FunctionTable',
        lateral: true,
        call: { name: [{ name: 'f' }] },
        alias: { columns: [{ name: 'y' }] },
      },
    });
    expect(tableOf('a, LATERAL (SELECT 1) t')).toMatchObject({
      right: { kind: 'DerivedTable', lateral: true },
    });
    expect(
      tableOf('a CROSS JOIN UNNEST(a.x) WITH ORDINALITY AS t (v, o)'),
    ).toMatchObject({
      right: { kind: 'Unnest', ordinality: true, args: [{}] },
    });
  });

  it('reads window and process table functions', () => {
    expect(
      tableOf("TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR)) AS w"),
    ).toMatchObject({
      kind: 'FunctionTable',
      call: {
        args: [
          { value: { kind: 'TableArgument', table: { parts: [{}] } } },
          { value: { kind: 'Descriptor', columns: [{ name: 'ts' }] } },
          { value: { kind: 'IntervalLiteral' } },
        ],
      },
    });
    expect(
      tableOf(
        "SESSION(DATA => TABLE t PARTITION BY (a, b) ORDER BY ts, TIMECOL => DESCRIPTOR(ts), GAP => INTERVAL '1' MINUTES)",
      ),
    ).toMatchObject({
      call: {
        args: [
          {
            name: { name: 'DATA' },
            value: { partitionBy: [{}, {}], orderBy: [{}] },
          },
          { name: { name: 'TIMECOL' } },
          {},
        ],
      },
    });
    expect(
      tableOf('f(i => (SELECT * FROM t) PARTITION BY a, x => DEFAULT)'),
    ).toMatchObject({
      call: {
        args: [
          { value: { query: { kind: 'Query' }, partitionBy: [{}] } },
          { value: { kind: 'DefaultValue' } },
        ],
      },
    });
    expect(
      tableOf("ML_PREDICT(TABLE t, MODEL c.m, DESCRIPTOR(a), MAP['k', 'v'])"),
    ).toMatchObject({
      call: {
        args: [
          {},
          { value: { kind: 'ModelArgument', model: { parts: [{}, {}] } } },
          {},
          { value: { kind: 'Collection' } },
        ],
      },
    });
  });

  it('tells queries in parentheses from joins in parentheses', () => {
    expect(tableOf('((SELECT 1) UNION (SELECT 2)) AS t')).toMatchObject({
      kind: 'DerivedTable',
      query: { body: { kind: 'SetOperation' } },
    });
    expect(
      tableOf('((a JOIN b ON TRUE) JOIN c ON TRUE) LEFT JOIN d ON TRUE'),
    ).toMatchObject({ type: 'left', left: { type: 'inner' } });
    expect(tableOf('((SELECT 1) AS x CROSS JOIN b)')).toMatchObject({
      type: 'cross',
      left: { kind: 'DerivedTable', alias: { name: { name: 'x' } } },
    });
  });

  it('reads PIVOT and UNPIVOT', () => {
    expect(
      tableOf('t PIVOT (SUM(a) AS s FOR b IN (1 AS x, 2)) AS p'),
    ).toMatchObject({ kind: 'Pivot', operator: 'PIVOT', alias: {} });
    expect(tableOf('t UNPIVOT (a FOR b IN (c, d))')).toMatchObject({
      operator: 'UNPIVOT',
    });
  });

  it.each([
    ['SELECT a FROM', '1:13 Expected a table after FROM'],
    ['SELECT a FROM t JOIN', '1:20 Expected a table after JOIN'],
    ['SELECT a FROM t LEFT u', '1:17 Expected OUTER or JOIN after LEFT'],
    ['SELECT a FROM t JOIN u ON', '1:25 Expected an expression after ON'],
    ['SELECT a FROM t JOIN u USING a', '1:30 Expected ( after USING'],
    ['SELECT a FROM TABLE f(b)', '1:21 Expected ( after TABLE, found f'],
    ['SELECT a FROM LATERAL f(b)', '1:23 Expected TABLE, UNNEST or ('],
    ['SELECT a FROM (t)', '1:16 Only a query or a join stands'],
    ['SELECT a FROM (t JOIN u) AS v', '1:18 A join in parentheses'],
    ['SELECT a FROM t CROSS APPLY f(a)', '1:32 Flink SQL has no APPLY'],
    ['SELECT a FROM t FOR VERSION AS OF 1', '1:21 Expected SYSTEM_TIME'],
    ["SELECT a FROM 't'", '1:15 Expected a table after FROM'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});

describe('MATCH_RECOGNIZE', () => {
  it('reads all its parts', () => {
    const sql = `t MATCH_RECOGNIZE (
      PARTITION BY a ORDER BY ts
      MEASURES LAST(B.x) AS lx, FINAL COUNT(A.x) AS n
      ONE ROW PER MATCH
      AFTER MATCH SKIP TO FIRST B
      PATTERN (A B+? C{2,3} (D | E)* PERMUTE(F, G) A) WITHIN INTERVAL '1' HOUR
      SUBSET S = (A, B)
      DEFINE B AS B.x < PREV(B.x, 1), C AS C.x > A.x
    ) AS m (p, q)`;
    expect(tableOf(sql)).toMatchObject({
      kind: 'MatchRecognize',
      input: { kind: 'NamedTable' },
      partitionBy: [{}],
      orderBy: [{}],
      measures: [{ alias: { name: 'lx' } }, { alias: { name: 'n' } }],
      rowsPerMatch: 'ONE',
      variables: 'ABCDEFG'.split('').map(name => ({ name })),
      within: { unit: 'HOUR' },
      subsets: [{ name: { name: 'S' }, variables: [{}, {}] }],
      define: [{ name: { name: 'B' } }, { name: { name: 'C' } }],
      alias: { columns: [{}, {}] },
    });
  });

  it.each([
    ['(PATTERN (A))', 'Expected DEFINE after )'],
    ['(PATTERN () DEFINE A AS B)', 'Expected a variable of the pattern'],
    ['(MEASURES a PATTERN (A) DEFINE A AS B)', 'Expected AS after a'],
    ['(ALL ROWS MATCH)', 'Expected PER after ROWS, found MATCH'],
    ['(PATTERN (A{) DEFINE A AS B)', 'Expected a number after {'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(`SELECT * FROM t MATCH_RECOGNIZE ${sql}`)[0]).toContain(
      problem,
    );
  });
});
