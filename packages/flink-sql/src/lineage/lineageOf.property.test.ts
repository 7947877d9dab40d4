import * as fc from 'fast-check';
import { readFileSync, readdirSync } from 'fs';
import { resolve } from 'path';
import { lineageOf } from './lineageOf';

const folder = resolve(__dirname, '../__fixtures__/lineage');
const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.sql'))
  .map(file => readFileSync(resolve(folder, file), 'utf8'));

const PIECES =
  `SELECT FROM WHERE ( ) , ; * . AS WITH JOIN ON USING (a) UNION ALL GROUP BY
  OVER (PARTITION BY ORDER BY) CASE WHEN THEN END INSERT INTO t VALUES
  LATERAL TABLE( UNNEST( ROW( x => DESCRIPTOR( MATCH_RECOGNIZE \` ' /* -- 0 é`.split(
    /\s+/,
  );

/** Scripts with pieces cut out, moved and put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...scripts),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom('', ...PIECES)), {
      maxLength: 6,
    }),
  )
  .map(([script, changes]) =>
    changes.reduce((text, [at, length, piece]) => {
      const place = at % (text.length + 1);
      return `${text.slice(0, place)} ${piece} ${text.slice(place + length)}`;
    }, script),
  );

describe('lineageOf on whatever comes', () => {
  it('never throws, and every place is in the script', () => {
    fc.assert(
      fc.property(mutated, script => {
        const { statements, problems } = lineageOf(script);
        const spans = [
          ...problems.map(({ span }) => span),
          ...statements.flatMap(({ edges }) => edges.map(({ span }) => span)),
        ];
        for (const { start, end, line, column } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(script.length);
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never invents a column: sources are names of the script', () => {
    fc.assert(
      fc.property(mutated, script => {
        for (const { edges } of lineageOf(script).statements) {
          for (const { source } of edges) {
            const [name] = source.column.split('.');
            // A backtick in a name is doubled, EXPR$0 is Flink's own.
            const written = name.replace(/`/g, '``');
            expect(script.includes(written) || /^EXPR\$/.test(name)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['parentheses', (n: number) => `SELECT ${'('.repeat(n)}`],
    ['subqueries', (n: number) => 'SELECT * FROM ('.repeat(n)],
    [
      'operators',
      (n: number) => `INSERT INTO s SELECT a${' + a'.repeat(n)} FROM t`,
    ],
    [
      'unions',
      (n: number) => `INSERT INTO s ${'SELECT a FROM t UNION ALL '.repeat(n)}`,
    ],
    ['joins', (n: number) => `SELECT 1 FROM t${' JOIN t ON a = b'.repeat(n)}`],
    ['fields', (n: number) => `INSERT INTO s SELECT ${'a.'.repeat(n)}a FROM t`],
    [
      'stars of stars',
      (n: number) =>
        `INSERT INTO s WITH c0 AS (SELECT 1 AS a)${Array.from(
          { length: Math.min(n, 40) },
          (_, i) => `, c${i + 1} AS (SELECT p.*, q.* FROM c${i} p, c${i} q)`,
        ).join('')} SELECT * FROM c40`,
    ],
  ])('survives many %s', (_, build) => {
    for (const n of [10, 500, 20_000]) {
      expect(() => lineageOf(build(n))).not.toThrow();
    }
  });
});
