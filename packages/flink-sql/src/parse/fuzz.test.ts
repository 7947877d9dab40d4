import fc from 'fast-check';
import { readFileSync, readdirSync } from 'fs';
import { resolve } from 'path';
import type { Span } from '../ast';
import { dice, mutateSql } from '../__testUtils__/mutateSql';
import { visitNodes } from '../__testUtils__/visitNodes';
import { checkScript } from './checkScript';
import { parseScript } from './parseScript';

const folder = resolve(__dirname, '../__fixtures__');
const texts = readdirSync(folder)
  .filter(file => file.endsWith('.sql'))
  .map(file => readFileSync(resolve(folder, file), 'utf8'));

/** What is wrong with how a text was read, if anything. */
function faultOf(script: string): string | undefined {
  const faults: string[] = [];
  const { statements, problems } = parseScript(script);
  for (const { node, span } of statements) {
    if (!isInside(node.span, span)) faults.push(`${node.kind} is outside`);
    visitNodes(node, (child, parent) => {
      if (child.kind.startsWith('Unknown') && !problems.length) {
        faults.push(`${child.kind} without a problem`);
      }
      // A column's constraint stands behind the column that it names.
      if (parent.kind === 'Constraint') return;
      if (!isInside(child.span, parent.span)) {
        faults.push(`${child.kind} is outside of ${parent.kind}`);
      }
    });
  }
  for (const { span } of checkScript(script)) {
    if (!isInside(span, { start: 0, end: script.length })) {
      faults.push('a problem is outside');
    }
  }
  return faults[0];
}

function isInside(inner: Span, outer: Span): boolean {
  return (
    inner.start >= outer.start &&
    inner.end <= outer.end &&
    inner.start <= inner.end
  );
}

describe('the reader on what is no SQL', () => {
  it('reads broken scripts: every node in its place, none without a problem', () => {
    const faults: object[] = [];
    for (let seed = 0; seed < 400; seed += 1) {
      const fault = faultOf(mutateSql(texts, dice(seed)));
      if (fault) faults.push({ seed, fault });
    }
    expect(faults).toEqual([]);
  });

  it('reads any text', () => {
    const text = fc.string({ unit: 'binary' });
    const isSound = fc.property(text, script => !faultOf(script));
    expect(() => fc.assert(isSound, { numRuns: 200 })).not.toThrow();
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
    const isSound = fc.property(rows, row => !faultOf(row.join(' ')));
    expect(() => fc.assert(isSound, { numRuns: 600 })).not.toThrow();
  });
});
