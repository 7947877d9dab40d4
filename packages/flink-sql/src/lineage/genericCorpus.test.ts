import { existsSync, readFileSync } from 'fs';
import type { KnownTable } from './KnownTable';
import { lineageOf } from './lineageOf';
import type { TablePath } from './TablePath';

/** Column lineage of generic SQL that others wrote; not part of the project. */
const FOLDER = '/work/shared/corpus';

type Fact = [string | null, string, string, string];
type Entry = {
  id: string;
  sql: string;
  metadata: string | null;
  expected: Fact[];
};

const isHere = existsSync(`${FOLDER}/sql-columns.json`);
const read = (file: string) =>
  JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
const entries: Entry[] = isHere ? read('sql-columns.json') : [];
const metadata: Record<string, Record<string, string[]>> = isHere
  ? read('sql-columns-metadata.json')
  : {};

function knownTables(name: string | null): KnownTable[] {
  return Object.entries(metadata[name ?? ''] ?? {}).map(([table, columns]) => {
    const [database, own] = table.split('.');
    return {
      path: { catalog: 'default_catalog', database, table: own },
      columns: columns.map(column => ({ name: column })),
    };
  });
}

function shortName({ catalog, database, table }: TablePath): string {
  return [catalog, database, table]
    .filter(name => !name.startsWith('default_'))
    .join('.');
}

/**
 * The corpus tells a column that only decides about a value (CASE, OVER) like one
 * that is in it; unresolved sources are left out.
 */
function factsOf({ sql, metadata: name }: Entry): string[] {
  const { statements } = lineageOf(sql, { tables: knownTables(name) });
  const facts = statements.flatMap(({ edges, wholeCopies }) => [
    ...edges.flatMap(({ source, target }) =>
      target.column === undefined
        ? []
        : [
            [
              shortName(source.table),
              source.column,
              shortName(target.table),
              target.column,
            ],
          ],
    ),
    ...wholeCopies.map(({ source, target }) => [
      shortName(source),
      '*',
      shortName(target),
      '*',
    ]),
  ]);
  return asSet(facts);
}

function asSet(facts: (string | null)[][]): string[] {
  return [...new Set(facts.map(fact => fact.join(' ').toLowerCase()))].sort();
}

const whenPresent = isHere ? describe : describe.skip;

whenPresent('generic SQL with known lineage (skipped when absent)', () => {
  it('is told exactly in nine of ten cases', () => {
    const wrong = entries.filter(
      entry =>
        asSet(entry.expected.filter(([table]) => table !== null)).join('\n') !==
        factsOf(entry).join('\n'),
    );
    expect(wrong.length / entries.length).toBeLessThanOrEqual(0.1);
  });
});
