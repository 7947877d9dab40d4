import type { Statement } from '../ast';
import { lineMap } from '../ast';
import { shownProblems } from '../__testUtils__/readOne';
import { checkScript } from './checkScript';
import { parseScript } from './parseScript';

const nodeOf = (script: string): Statement =>
  parseScript(script).statements[0].node;

describe('what is left of a broken statement', () => {
  it('keeps the clauses that are right', () => {
    expect(
      nodeOf('SELECT a, b +, c FROM t WHERE x = = 1 GROUP BY a ORDER BY b'),
    ).toMatchObject({
      query: {
        body: {
          items: [
            { expression: { kind: 'ColumnReference' } },
            { expression: { kind: 'UnknownExpression' } },
            { expression: { kind: 'ColumnReference' } },
          ],
          from: { kind: 'NamedTable' },
          where: { kind: 'UnknownExpression' },
          groupBy: { items: [{}] },
        },
        orderBy: [{}],
      },
    });
  });

  it('keeps what stands outside of a broken parenthesis', () => {
    expect(
      nodeOf('INSERT INTO s SELECT a FROM (SELECT f(, ) FROM t) AS x WHERE b'),
    ).toMatchObject({
      kind: 'Insert',
      source: {
        body: {
          from: { kind: 'DerivedTable', alias: { name: { name: 'x' } } },
          where: { kind: 'ColumnReference' },
        },
      },
    });
  });

  it('keeps the columns and options that are right', () => {
    expect(
      nodeOf(
        "CREATE TABLE t (a INT, b ?, c STRING) WITH ('x' = 'y', z = 1) LIKE u",
      ),
    ).toMatchObject({
      schema: { columns: [{ name: { name: 'a' } }, { name: { name: 'c' } }] },
      options: [{ key: 'x' }],
      like: { table: { parts: [{ name: 'u' }] } },
    });
  });

  it('keeps the statements around, in sets too', () => {
    const { statements, problems } = parseScript(
      'SELECT FROM; SELECT 1; EXECUTE STATEMENT SET BEGIN INSERT a; INSERT INTO b SELECT 2; END;',
    );
    expect(statements.map(({ node }) => node.kind)).toEqual([
      'QueryStatement',
      'QueryStatement',
      'StatementSet',
    ]);
    expect(statements[2].node).toMatchObject({ statements: [{}] });
    expect(problems).toHaveLength(2);
  });

  it('tells one problem per statement, in its order', () => {
    const script = 'SELECT , ,;\n\nSELECT 1;\n  FOO BAR';
    expect(shownProblems(script, checkScript(script))).toEqual([
      '1:8 Expected an expression after SELECT, found a comma.',
      '4:3 Expected a statement, found FOO.',
    ]);
  });

  it('tells of letters before it tells of words', () => {
    const script = 'SELECT “a” FROM FROM; SELECT 1 /* no end';
    const problems = shownProblems(script, checkScript(script));
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^1:8 Flink SQL does not know the character/);
    expect(problems[2]).toMatch(/^1:32 This comment has no end/);
  });
});

describe('lineMap', () => {
  it('counts lines and columns from 1, tabs and pairs as UTF-16 does', () => {
    const { positionAt } = lineMap('a\r\n\tb\r😀c\n');
    expect([0, 1, 3, 4, 6, 8, 10, 99, -1].map(positionAt)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
      { line: 3, column: 3 },
      { line: 4, column: 1 },
      { line: 4, column: 1 },
      { line: 1, column: 1 },
    ]);
  });
});
