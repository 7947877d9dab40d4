import { problemsOf } from '../__testUtils__/readOne';
import { expressionOf, shapeOf } from '../__testUtils__/readParts';

describe('operators', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a || b = c', '((a || b) = c)'],
    ['NOT a = b AND c OR d', '(((NOT (a = b)) AND c) OR d)'],
    ['a = NOT b', '(a = (NOT b))'],
    ['-a * b', '((- a) * b)'],
    ['a < b = c', '((a < b) = c)'],
    ['a = b IS NULL', '((a = b) IS NULL)'],
    ['a IS NOT NULL AND b', '((a IS NOT NULL) AND b)'],
    ['a BETWEEN 1 + 1 AND 2 AND b', '((a BETWEEN (1 + 1) AND 2) AND b)'],
    ["a LIKE 'x' || b AND c", '((a LIKE (x || b)) AND c)'],
    ['a IS NOT DISTINCT FROM b', '(a IS NOT DISTINCT FROM b)'],
    ['a MULTISET UNION DISTINCT b', '(a MULTISET UNION DISTINCT b)'],
    ['(a + b) * c', '((a + b) * c)'],
  ])('%s is %s', (sql, shape) => {
    expect(shapeOf(expressionOf(sql))).toBe(shape);
  });

  it('compares with lists and queries', () => {
    expect(expressionOf('a NOT IN (1, 2)')).toMatchObject({
      kind: 'In',
      negated: true,
      list: [{ value: '1' }, { value: '2' }],
    });
    expect(expressionOf('a IN (SELECT b FROM c)')).toMatchObject({
      kind: 'In',
      query: { body: { kind: 'Select' } },
    });
    expect(expressionOf('a IN ((SELECT 1) UNION (SELECT 2))')).toMatchObject({
      query: { body: { kind: 'SetOperation' } },
    });
    expect(expressionOf('a > ALL (SELECT b FROM c)')).toMatchObject({
      kind: 'Quantified',
      operator: '>',
      quantifier: 'ALL',
    });
    expect(expressionOf("a NOT LIKE 'x' ESCAPE '!'")).toMatchObject({
      kind: 'Like',
      negated: true,
      escape: { value: '!' },
    });
    expect(expressionOf('a IS NOT JSON OBJECT')).toMatchObject({
      test: 'NOT JSON OBJECT',
    });
  });

  it.each([
    ['SELECT a != b', '1:10 Expected an operator (not equal is written <>)'],
    ['SELECT a NOT b', '1:10 Expected IN, BETWEEN, LIKE'],
    ['SELECT a + FROM t', '1:10 Expected an expression after +, found FROM'],
    ['SELECT a BETWEEN 1 OR 2', '1:20 Expected AND after 1, found OR'],
    ['SELECT a IN 1', '1:10 Expected ( and what it is in after IN, found 1'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});

describe('values', () => {
  it.each([
    ["'it''s'", { type: 'string', value: "it's" }],
    ["'a' 'b'", { type: 'string', value: 'ab' }],
    ["X'AF'", { type: 'binary', value: 'AF' }],
    ["E'a\\n\\u0041'", { type: 'string', value: 'a\nA' }],
    ["U&'\\0041b'", { type: 'string', value: 'Ab' }],
    ['1.5e-3', { type: 'number', value: '1.5e-3' }],
    ['TRUE', { type: 'boolean', value: 'TRUE' }],
    ['null', { type: 'null' }],
    ["DATE '2020-01-01'", { type: 'date', value: '2020-01-01' }],
    [
      "TIMESTAMP WITH LOCAL TIME ZONE '2020-01-01 00:00:00'",
      { type: 'timestamp' },
    ],
    ["{ts '2020-01-01 00:00:00'}", { type: 'timestamp' }],
  ])('%s', (sql, literal) => {
    expect(expressionOf(sql)).toMatchObject({ kind: 'Literal', ...literal });
  });

  it.each([
    ["INTERVAL '1' DAY", 'DAY'],
    ["INTERVAL '1-2' YEAR TO MONTH", 'YEAR TO MONTH'],
    ["INTERVAL -'1' HOURS", 'HOUR'],
    ['INTERVAL a.b SECOND', 'SECOND'],
    ['INTERVAL (a + 1) MINUTE', 'MINUTE'],
    ["INTERVAL '1' DAY(3) TO SECOND(6)", 'DAY TO SECOND'],
    ['(a - b) DAY', 'DAY'],
  ])('%s', (sql, unit) => {
    expect(expressionOf(sql)).toMatchObject({ kind: 'IntervalLiteral', unit });
  });

  it('reads names, fields and subscripts', () => {
    expect(expressionOf('a.`b c`.d')).toMatchObject({
      kind: 'ColumnReference',
      parts: [{ name: 'a' }, { name: 'b c', quoted: true }, { name: 'd' }],
    });
    expect(expressionOf("a[1]['x'].b")).toMatchObject({
      kind: 'FieldAccess',
      field: { name: 'b' },
      operand: { kind: 'Subscript', operand: { kind: 'Subscript' } },
    });
    expect(expressionOf('(a).b')).toMatchObject({ kind: 'FieldAccess' });
    expect(expressionOf('a.b.*')).toMatchObject({
      kind: 'Star',
      qualifier: [{ name: 'a' }, { name: 'b' }],
    });
    expect(expressionOf('?')).toEqual({ kind: 'DynamicParameter' });
    expect(expressionOf('${secret}')).toEqual({
      kind: 'Placeholder',
      name: 'secret',
    });
  });

  it('reads rows and collections', () => {
    expect(expressionOf('ROW(1, a)')).toMatchObject({
      kind: 'Row',
      explicit: true,
      fields: [{ value: '1' }, { kind: 'ColumnReference' }],
    });
    expect(expressionOf('(1, a)')).toMatchObject({ explicit: false });
    expect(expressionOf('((a))')).toMatchObject({ kind: 'ColumnReference' });
    expect(expressionOf("MAP['a', ARRAY[1, 2]]")).toMatchObject({
      kind: 'Collection',
      type: 'MAP',
      elements: [{ value: 'a' }, { type: 'ARRAY' }],
    });
    expect(expressionOf('ARRAY[]')).toMatchObject({ elements: [] });
    expect(expressionOf('ARRAY(SELECT 1)')).toMatchObject({
      query: { kind: 'Query' },
    });
    expect(expressionOf('map')).toMatchObject({ kind: 'ColumnReference' });
  });

  it('reads CASE, CAST and queries', () => {
    expect(
      expressionOf("CASE a WHEN 1, 2 THEN 'x' ELSE 'y' END"),
    ).toMatchObject({
      kind: 'Case',
      operand: { kind: 'ColumnReference' },
      branches: [{ when: [{ value: '1' }, { value: '2' }] }],
      otherwise: { value: 'y' },
    });
    expect(expressionOf('TRY_CAST(a AS DECIMAL(10, 2))')).toMatchObject({
      kind: 'Cast',
      safe: true,
      type: { name: 'DECIMAL', parameters: ['10', '2'] },
    });
    expect(expressionOf('EXISTS (SELECT 1)')).toMatchObject({ kind: 'Exists' });
    expect(expressionOf('(SELECT MAX(a) FROM t)')).toMatchObject({
      kind: 'Subquery',
    });
    expect(expressionOf('((SELECT 1) UNION (SELECT 2))')).toMatchObject({
      kind: 'Subquery',
      query: { body: { kind: 'SetOperation' } },
    });
  });

  it.each([
    ['SELECT day FROM t', '1:8 Expected an expression (day is reserved'],
    ['SELECT CASE a END', '1:15 Expected WHEN after a, found END'],
    ['SELECT CASE WHEN a THEN b', '1:25 Expected WHEN, ELSE or END after b'],
    ['SELECT CAST(a, INT)', '1:14 Expected AS after a, found a comma'],
    ['SELECT INTERVAL 1', '1:17 Expected a unit such as DAY'],
    ['SELECT array', '1:8 Expected an expression (ARRAY is followed by'],
    ["SELECT 'abc", '1:8 This string has no end.'],
    ['SELECT "a"', '1:8 Flink SQL knows no double quotes.'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});
