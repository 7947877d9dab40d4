import fc from 'fast-check';
import { readFileSync, readdirSync } from 'fs';
import { resolve } from 'path';
import { dice, mutateSql } from '../__testUtils__/mutateSql';
import { visitNodes } from '../__testUtils__/visitNodes';
import { checkScript } from './checkScript';
import { parseScript } from './parseScript';

const folder = resolve(__dirname, '../__fixtures__');
const texts = readdirSync(folder)
  .filter(file => file.endsWith('.sql'))
  .map(file => readFileSync(resolve(folder, file), 'utf8'));

/** What holds for every text. */
function expectSound(script: string): void {
  const { statements, problems } = parseScript(script);
  for (const { node, span } of statements) {
    expect(node.span.start).toBeGreaterThanOrEqual(span.start);
    expect(node.span.end).toBeLessThanOrEqual(span.end);
    visitNodes(node, (child, parent) => {
      // Its columns stand in front of it when it is a column's.
      if (parent.kind === 'Constraint') return;
      if (
        child.span.start < parent.span.start ||
        child.span.end > parent.span.end ||
        child.span.end < child.span.start
      ) {
        throw new Error(`${child.kind} is not inside of ${parent.kind}`);
      }
    });
    const hasUnknown = /"kind":"Unknown/.test(JSON.stringify(node));
    if (hasUnknown) expect(problems).not.toEqual([]);
  }
  for (const { span } of checkScript(script)) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(script.length);
  }
}

describe('the reader on what is no SQL', () => {
  it('reads broken scripts: every node in its place, none without a problem', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const script = mutateSql(texts, dice(seed));
      try {
        expectSound(script);
      } catch (error) {
        throw new Error(`seed ${seed}: ${error}\n${script}`);
      }
    }
  });

  it('reads any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectSound), {
      numRuns: 200,
    });
  });

  it('reads any row of words and signs', () => {
    const words = fc.constantFrom(
      ...(
        "SELECT FROM WHERE ( ) , . * a `b` 'c' 1 AS JOIN ON CASE WHEN THEN END " +
        'CREATE TABLE WITH = AND NOT IN BETWEEN ; INSERT INTO VALUES UNION ALL ' +
        'EXECUTE STATEMENT SET BEGIN ROW < > ARRAY [ ] MATCH_RECOGNIZE /*+ */ ' +
        'LATERAL UNNEST OVER PARTITION BY ORDER INTERVAL DAY { } - + ? =>'
      ).split(' '),
    );
    const rows = fc.array(words, { maxLength: 40 });
    fc.assert(
      fc.property(rows, row => expectSound(row.join(' '))),
      {
        numRuns: 600,
      },
    );
  });
});
