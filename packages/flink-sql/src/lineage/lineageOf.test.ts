import { lineageOf } from './lineageOf';
import { tableName } from './TablePath';

const TABLES = `
CREATE TABLE src (a INT, b INT, t STRING) WITH ('connector' = 'kafka', 'topic' = 'in');
CREATE TABLE snk (x INT, y INT) WITH ('connector' = 'print');
`;

function edgesOf(script: string): string[] {
  return lineageOf(script).statements.flatMap(({ edges }) =>
    edges.map(
      ({ source, target, subtype }) =>
        `${source.column} ${subtype} ${target.column ?? 'rows'}`,
    ),
  );
}

describe('lineageOf', () => {
  it('gives each edge the SQL that does it', () => {
    const script = `${TABLES}INSERT INTO snk
SELECT a, SUM(b)
FROM src
WHERE t <> ''
GROUP BY a`;
    const [{ edges, span }] = lineageOf(script).statements;
    const sql = edges.map(
      ({ subtype, span: { start, end } }) =>
        `${subtype} ${script.slice(start, end)}`,
    );
    expect(sql).toEqual([
      'IDENTITY a',
      'AGGREGATION SUM(b)',
      "FILTER t <> ''",
      'GROUP_BY a',
    ]);
    expect(span).toMatchObject({ line: 4, column: 1, endLine: 8 });
    expect(edges[1].span).toMatchObject({
      line: 5,
      column: 11,
      endLine: 5,
      endColumn: 17,
    });
  });

  it('shows the reader of a view its own SQL, not that of the view', () => {
    const script = `${TABLES}CREATE VIEW v AS SELECT a + b AS c FROM src;
INSERT INTO snk SELECT c, 1 FROM v`;
    const [, { edges }] = lineageOf(script).statements;
    const [{ span }] = edges;
    expect(script.slice(span.start, span.end)).toBe('c');
    expect(edges.map(({ subtype }) => subtype)).toEqual([
      'TRANSFORMATION',
      'TRANSFORMATION',
    ]);
  });

  it('names the column that a condition or a window decides about', () => {
    const script = `${TABLES}INSERT INTO snk
SELECT CASE WHEN t = 'x' THEN a END, ROW_NUMBER() OVER (ORDER BY b) FROM src`;
    expect(edgesOf(script)).toEqual([
      'a TRANSFORMATION x',
      't CONDITIONAL x',
      'b WINDOW y',
    ]);
  });

  it('names it through views, too', () => {
    const script = `${TABLES}CREATE VIEW v AS
SELECT CASE WHEN t = 'x' THEN a END AS c, SUM(b) OVER (ORDER BY a) AS d FROM src;
INSERT INTO snk SELECT c, 1 FROM v`;
    expect(edgesOf(script).slice(-3)).toEqual([
      'a TRANSFORMATION x',
      't CONDITIONAL x',
      'a WINDOW rows',
    ]);
  });

  it('tells of rows what decides by a column that is not written', () => {
    const script = `${TABLES}INSERT INTO snk SELECT a, b FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY a ORDER BY t) AS n FROM src
) WHERE n = 1`;
    expect(edgesOf(script)).toEqual([
      'a IDENTITY x',
      'b IDENTITY y',
      'a WINDOW rows',
      't WINDOW rows',
    ]);
  });

  it('marks what only arrives as a hash', () => {
    const script = `${TABLES}CREATE TABLE h (p STRING, q STRING) WITH ('connector' = 'print');
INSERT INTO h SELECT MD5(t), MD5(t) || t FROM src`;
    const [{ edges }] = lineageOf(script).statements;
    expect(edges.map(({ masking }) => masking ?? false)).toEqual([true, false]);
  });

  it('counts a statement set as one statement', () => {
    const script = `${TABLES}EXECUTE STATEMENT SET BEGIN
INSERT INTO snk SELECT a, b FROM src;
INSERT INTO snk SELECT b, a FROM src;
END;`;
    const { statements } = lineageOf(script);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ index: 3, kind: 'statement-set' });
    expect(edgesOf(script)).toHaveLength(4);
  });

  it('tells inputs, outputs and what the script says of tables', () => {
    const { statements, tables } = lineageOf(
      `${TABLES}CREATE TEMPORARY VIEW v AS SELECT a FROM src;
INSERT INTO snk SELECT COUNT(*), 1 FROM v, other`,
    );
    const [, { inputs, outputs }] = statements;
    expect(inputs.map(tableName)).toEqual([
      'default_catalog.default_database.other',
      'default_catalog.default_database.src',
    ]);
    expect(outputs.map(({ table }) => table)).toEqual(['snk']);
    expect(tables.map(({ path, kind }) => [path.table, kind])).toEqual([
      ['src', undefined],
      ['v', 'view'],
      ['other', undefined],
      ['snk', undefined],
    ]);
    expect(tables[0]).toMatchObject({
      columns: [
        { name: 'a', type: 'INT' },
        { name: 'b', type: 'INT' },
        { name: 't', type: 'STRING' },
      ],
      options: { connector: 'kafka', topic: 'in' },
    });
  });

  it('takes along all columns of unknown tables, and says that it cannot name them', () => {
    const { statements, problems } = lineageOf(
      'INSERT INTO t SELECT * FROM u; INSERT INTO t SELECT x FROM u, w',
    );
    expect(statements[0].edges).toEqual([]);
    expect(statements[0].wholeCopies).toMatchObject([
      { source: { table: 'u' }, target: { table: 't' } },
    ]);
    expect(
      problems.map(({ severity, statement, message }) => [
        severity,
        statement,
        message,
      ]),
    ).toEqual([
      [
        'warning',
        1,
        'The columns of default_catalog.default_database.u are not known, nor those of default_catalog.default_database.t.',
      ],
      [
        'warning',
        2,
        'Column x may be of any of u, w, whose columns are not known: write its table before it.',
      ],
    ]);
  });

  it('maps what stands before and behind unknown columns', () => {
    const { statements, problems } = lineageOf(
      `CREATE TABLE s (a INT, b INT, c INT, d INT) WITH ('connector' = 'print');
INSERT INTO s SELECT p.k, u.*, p.v FROM u, p`,
    );
    const columns = statements[0].edges.map(
      ({ source, target }) => `${source.column} ${target.column}`,
    );
    expect(columns).toEqual(['k a', 'v d']);
    expect(problems[0].message).toContain('b, c of');
  });

  it('reads tables that exist beforehand', () => {
    const path = { catalog: 'c', database: 'd', table: 't' };
    const { statements, problems } = lineageOf(
      'INSERT INTO s SELECT * FROM t',
      {
        catalog: 'c',
        database: 'd',
        tables: [
          { path, columns: [{ name: 'k' }, { name: 'v' }] },
          {
            path: { ...path, table: 's' },
            columns: [
              { name: 'x' },
              { name: 'm', kind: 'metadata', virtual: true },
              { name: 'z', kind: 'computed' },
              { name: 'y' },
            ],
          },
        ],
      },
    );
    expect(problems).toEqual([]);
    expect(
      statements[0].edges.map(
        ({ source, target }) => `${source.column} ${target.column}`,
      ),
    ).toEqual(['k x', 'v y']);
  });

  it('calls errors what Flink refuses', () => {
    const { problems } = lineageOf(
      `${TABLES}INSERT INTO snk SELECT nope, 1, 2 FROM src;
SELECT FROM;`,
    );
    expect(
      problems.map(({ severity, span, message }) => [
        severity,
        `${span.line}:${span.column}`,
        message.split(' ').slice(0, 4).join(' '),
      ]),
    ).toEqual(
      [
        ['error', '4:17', 'The query has 3'],
        ['error', '4:24', 'Column nope is in'],
        ['error', '5:8', 'Expected'],
      ].map(([a, b, c]) => [a, b, expect.stringContaining(c)]),
    );
  });

  it('takes the columns of a broken definition for unknown', () => {
    const { statements, problems } = lineageOf(`
CREATE TABLE t (a INT, b ???, c INT) WITH ('connector' = 'kafka');
INSERT INTO o SELECT a, d FROM t`);
    expect(problems).toHaveLength(1);
    expect(statements[0].edges).toHaveLength(2);
  });

  it('keeps the good part of a broken script', () => {
    expect(
      edgesOf(`${TABLES}SELEC 1;
INSERT INTO snk SELECT a, b FROM src WHERE (t = ;
INSERT INTO snk SELECT b, a FROM src`),
    ).toEqual(
      expect.arrayContaining(['a IDENTITY x', 'b IDENTITY y', 'b IDENTITY x']),
    );
  });
});
