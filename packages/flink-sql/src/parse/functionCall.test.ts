import { problemsOf } from '../__testUtils__/readOne';
import { expressionOf } from '../__testUtils__/readParts';

describe('calls', () => {
  it('reads aggregates', () => {
    expect(
      expressionOf('COUNT(DISTINCT a) FILTER (WHERE b) OVER w'),
    ).toMatchObject({
      kind: 'FunctionCall',
      name: [{ name: 'COUNT' }],
      distinct: true,
      filter: { kind: 'ColumnReference' },
      over: { kind: 'NamedWindow', name: { name: 'w' } },
    });
    expect(expressionOf('COUNT(*)')).toMatchObject({
      args: [{ value: { kind: 'Star' } }],
    });
    expect(
      expressionOf("LISTAGG(a, ',') WITHIN GROUP (ORDER BY b DESC NULLS LAST)"),
    ).toMatchObject({
      withinGroup: [{ direction: 'DESC', nulls: 'LAST' }],
    });
    expect(expressionOf('FIRST_VALUE(a) IGNORE NULLS OVER w')).toMatchObject({
      nulls: 'IGNORE',
    });
    expect(expressionOf('ARRAY_AGG(a ORDER BY b)')).toMatchObject({
      orderBy: [{ expression: { kind: 'ColumnReference' } }],
    });
  });

  it('reads windows', () => {
    expect(
      expressionOf(
        "SUM(a) OVER (PARTITION BY b, c ORDER BY ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW)",
      ),
    ).toMatchObject({
      over: {
        kind: 'WindowSpec',
        partitionBy: [{}, {}],
        orderBy: [{}],
        frame: {
          unit: 'RANGE',
          from: { type: 'PRECEDING', value: { unit: 'HOUR' } },
          to: { type: 'CURRENT ROW' },
        },
      },
    });
    expect(
      expressionOf('SUM(a) OVER (w ROWS UNBOUNDED PRECEDING)'),
    ).toMatchObject({
      over: {
        base: { name: 'w' },
        frame: { unit: 'ROWS', from: { type: 'PRECEDING' } },
      },
    });
  });

  it('reads what has no parentheses, or a grammar of its own', () => {
    expect(expressionOf('CURRENT_TIMESTAMP')).toMatchObject({
      kind: 'FunctionCall',
      parentheses: false,
      args: [],
    });
    expect(expressionOf('LOCALTIMESTAMP(3)')).toMatchObject({
      parentheses: true,
    });
    const values = (sql: string): unknown[] => {
      const call = expressionOf(sql);
      if (call.kind !== 'FunctionCall') throw new Error(call.kind);
      return call.args.map(({ value }) =>
        value.kind === 'Keyword' ? value.word : value.kind,
      );
    };
    expect(values('EXTRACT(day FROM a)')).toEqual(['DAY', 'ColumnReference']);
    expect(values("TRIM(BOTH 'x' FROM a)")).toEqual([
      'BOTH',
      'Literal',
      'ColumnReference',
    ]);
    expect(values('SUBSTRING(a FROM 1 FOR 2)')).toHaveLength(3);
    expect(values("POSITION('x' IN a)")).toHaveLength(2);
    expect(values("OVERLAY(a PLACING 'x' FROM 1)")).toHaveLength(3);
    expect(values('CEIL(a TO MONTH)')).toEqual(['ColumnReference', 'MONTH']);
    expect(values('TIMESTAMPADD(SECOND, 1, a)')).toHaveLength(3);
    expect(values('`my`.`func`(a, b)')).toHaveLength(2);
    expect(values('LEFT(a, 1)')).toHaveLength(2);
    expect(values('YEAR(a)')).toHaveLength(1);
  });

  it('reads the JSON functions', () => {
    expect(
      expressionOf(
        "JSON_VALUE(a, 'lax $.b' RETURNING INT DEFAULT 3 ON EMPTY NULL ON ERROR)",
      ),
    ).toMatchObject({
      args: [{ value: { kind: 'ColumnReference' } }, {}],
      modifiers: [
        { word: 'RETURNING INT' },
        { word: 'DEFAULT' },
        { value: '3' },
        { word: 'EMPTY' },
        { word: 'NULL' },
        { word: 'ERROR' },
      ],
    });
    expect(
      expressionOf("JSON_OBJECT(KEY 'a' VALUE b, 'c' : d ABSENT ON NULL)"),
    ).toMatchObject({
      args: [{}, {}, {}, {}],
      modifiers: [{ word: 'ABSENT ON NULL' }],
    });
    expect(expressionOf('JSON_ARRAY(NULL ON NULL)')).toMatchObject({
      args: [],
    });
    expect(
      expressionOf("JSON_QUERY(a, '$' WITH CONDITIONAL ARRAY WRAPPER)"),
    ).toMatchObject({ modifiers: [{ word: 'WITH WRAPPER' }] });
    expect(expressionOf("JSON_EXISTS(a, '$' TRUE ON ERROR)")).toMatchObject({
      modifiers: [{ word: 'TRUE' }, { word: 'ERROR' }],
    });
    expect(
      expressionOf('JSON_ARRAYAGG(a ORDER BY b ABSENT ON NULL)'),
    ).toMatchObject({ orderBy: [{}] });
    expect(expressionOf('JSON_OBJECTAGG(a: b)')).toMatchObject({
      args: [{}, {}],
    });
  });

  it.each([
    ['SELECT f(a,)', '1:12 Expected an expression after a comma, found )'],
    ['SELECT f(a b)', '1:12 Expected an operator, a comma or ) after a'],
    ['SELECT EXTRACT(DAY a)', '1:20 Expected FROM after DAY, found a'],
    ['SELECT COUNT(*) OVER', '1:20 Expected ( or the name of a window'],
    ['SELECT SUM(a) OVER (ORDER BY b ROWS 1)', '1:38 Expected PRECEDING or'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});
