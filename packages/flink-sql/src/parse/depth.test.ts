import { checkScript } from './checkScript';
import { parseScript } from './parseScript';

const times = (text: string, count: number): string => text.repeat(count);

describe('texts without an end', () => {
  it.each([
    ['parentheses', `SELECT ${times('(', 50_000)}`],
    ['queries', times('SELECT * FROM (', 5_000)],
    ['set operators', `SELECT 1${times(' UNION SELECT 1', 5_000)}`],
    ['joins', `SELECT 1 FROM a${times(' JOIN b', 5_000)}`],
    ['sums', `SELECT 1${times(' + 1', 5_000)}`],
    ['signs', `SELECT ${times('- ', 5_000)}`],
    ['types', `CREATE TABLE t (a ${times('ARRAY<', 5_000)}`],
    ['collections', `CREATE TABLE t (a INT${times(' ARRAY', 5_000)})`],
    ['calls', `SELECT ${times('f(', 5_000)}`],
    ['escapes', `SELECT ${times('{fn ', 5_000)}`],
    ['subscripts', `SELECT a${times('[1]', 5_000)}`],
    [
      'patterns',
      `SELECT 1 FROM t MATCH_RECOGNIZE (PATTERN (${times('(', 5_000)}`,
    ],
    [
      'grouping sets',
      `SELECT 1 FROM t GROUP BY ${times('GROUPING SETS (', 5_000)}`,
    ],
  ])('%s: one problem, and a tree that can be walked', (_, script) => {
    const problems = checkScript(script);
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toMatch(/^This is nested too deeply/);
    expect(() => JSON.stringify(parseScript(script))).not.toThrow();
  });

  it('sums in parentheses in sums do not add up to a deep tree', () => {
    let script = '1';
    for (let level = 0; level < 150; level += 1) {
      script = `(${script}${times(' + 1', 100)})`;
    }
    expect(() => JSON.stringify(parseScript(`SELECT ${script}`))).not.toThrow();
    expect(checkScript(`SELECT ${script}`)).toHaveLength(1);
  });

  it('thousands of conditions are read', () => {
    const script = `SELECT 1 FROM t WHERE a = 1${times(' OR a = 2', 50_000)}`;
    expect(checkScript(script)).toEqual([]);
    expect(() => JSON.stringify(parseScript(script))).not.toThrow();
  });

  it.each([
    ['statements', 'SELECT FROM;', 5_000],
    ['INSERTs', 'INSERT;', 5_000],
    ['sets', 'BEGIN STATEMENT SET;', 5_000],
    ['columns', 'a,', 50_000],
    ['items', 'f(a b),', 50_000],
  ])('broken %s are gone through once', (_, text, count) => {
    const script = `EXECUTE STATEMENT SET BEGIN ${times(text, count)}`;
    expect(() => checkScript(script)).not.toThrow();
    expect(() => checkScript(times(text, count))).not.toThrow();
  });
});
