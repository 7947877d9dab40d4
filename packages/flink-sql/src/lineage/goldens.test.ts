import { existsSync, readFileSync, readdirSync } from 'fs';
import { resolve } from 'path';
import { lineageOf } from './lineageOf';
import type { ColumnEdge } from './ColumnEdge';
import { tableName } from './TablePath';

const folder = resolve(__dirname, '../__fixtures__/lineage');

type Golden = { edges: string[]; problems: string[] };

const goldens = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.lineage.json'))
      .map(file => file.replace(/\.lineage\.json$/, ''))
      .sort()
  : [];

/** Goldens tell indirect edges of the whole table, also those that name a column. */
function lineOf(statement: number, edge: ColumnEdge): string {
  const { source, target, type, subtype } = edge;
  return [
    statement,
    tableName(source.table),
    source.column,
    tableName(target.table),
    type === 'INDIRECT' ? '*' : target.column,
    `${type}/${subtype}`,
  ].join('\t');
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

describe('column lineage of the golden scripts', () => {
  it.each(goldens)('%s', name => {
    const golden = JSON.parse(read(resolve(folder, `${name}.lineage.json`))!);
    const { edges, problems }: Golden = Array.isArray(golden)
      ? { edges: golden, problems: [] }
      : golden;
    const lineage = lineageOf(read(resolve(folder, `${name}.sql`))!, {
      definitions: read(resolve(folder, `${name}.catalog.sql`)),
    });
    const found = lineage.statements.flatMap(({ index, edges: all }) =>
      all.map(edge => lineOf(index, edge)),
    );
    expect([...new Set(found)].sort()).toEqual([...edges].sort());
    const said = lineage.problems.map(
      ({ span, message }) => `${span.line}:${span.column}: ${message}`,
    );
    const unexpected = said.filter(
      message => !problems.some(problem => says(message, problem)),
    );
    expect(unexpected).toEqual([]);
    const missing = problems.filter(
      problem => !said.some(message => says(message, problem)),
    );
    expect(missing).toEqual([]);
  });
});

/** `line:column: part of the message`. */
function says(message: string, problem: string): boolean {
  const [, place, part] = /^(\d+:\d+: )(.*)$/s.exec(problem) ?? [];
  return message.startsWith(place) && message.includes(part);
}
