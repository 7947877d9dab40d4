import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import type { ParsedStatement } from '../ast';
import { visitNodes } from '../__testUtils__/visitNodes';
import { checkScript } from './checkScript';
import { parseScript } from './parseScript';

/** Statements that others wrote, beside the checkout; see its README. */
const CORPUS = resolve(
  __dirname,
  '../../../../../shared/corpus/flink-sql-statements.jsonl',
);

type Entry = { id: string; sql: string; ok: boolean };

const entries: Entry[] = existsSync(CORPUS)
  ? readFileSync(CORPUS, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  : [];

const whenPresent = entries.length ? describe : describe.skip;

whenPresent('the reader on the corpus (skipped when absent)', () => {
  const good = entries.filter(entry => entry.ok);
  const bad = entries.filter(entry => !entry.ok);

  it('reads at least 99.5 % of what Flink reads, without a problem', () => {
    const refused = good.filter(({ sql }) => checkScript(sql).length > 0);
    expect(
      refused.map(({ sql }) => [sql, checkScript(sql)[0].message]),
    ).toEqual([]);
  });

  it('notices at least 70 % of what Flink refuses, at a place in it', () => {
    const noticed = bad.filter(({ sql }) => checkScript(sql).length > 0);
    expect(noticed.length / bad.length).toBeGreaterThanOrEqual(0.99);
    for (const { sql } of noticed) {
      for (const { span } of checkScript(sql)) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(sql.length);
      }
    }
  });

  it('leaves no unknown node in what it reads without a problem', () => {
    const kinds = new Set<string>();
    for (const { sql } of good) {
      for (const { node } of parseScript(sql).statements) {
        kinds.add(node.kind);
        visitNodes(node, child => kinds.add(child.kind));
      }
    }
    expect([...kinds].filter(kind => kind.startsWith('Unknown'))).toEqual([]);
  });

  it('gives every node a span inside of its parent', () => {
    const odd: string[] = [];
    for (const { sql } of entries) {
      for (const { node } of parseScript(sql).statements) {
        visitNodes(node, (child, parent) => {
          const { start, end } = child.span;
          // Its columns stand in front of it when it is a column's.
          if (parent.kind === 'Constraint') return;
          if (start < parent.span.start || end > parent.span.end) {
            odd.push(`${parent.kind} ${child.kind}: ${sql}`);
          }
        });
      }
    }
    expect(odd).toEqual([]);
  });

  it('reads the statements of one long script as it reads them alone', () => {
    const alone = good.filter(({ sql }) => !/^\s*begin\s/i.test(sql));
    const kindsOf = (statements: ParsedStatement[]): string[] =>
      statements.map(statement => statement.node.kind);
    const script = alone.map(({ sql }) => sql).join('\n;\n');
    expect(kindsOf(parseScript(script).statements)).toEqual(
      alone.flatMap(({ sql }) => kindsOf(parseScript(sql).statements)),
    );
  });
});
