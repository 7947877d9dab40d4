import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Verdict } from './judge';

/** One line of the table. */
export type Row = Verdict & {
  fault: string;
  database: 'SQLite' | 'PostgreSQL';
  /** What happened besides, e.g. what was counted on the engine. */
  notes: string;
};

const ARTIFACTS = resolve(__dirname, '../../../../artifacts');
const rows: Row[] = [];

/** Adds a line and writes the table anew: a run that is cut off leaves what it has. */
export function addRow(row: Row): void {
  rows.push(row);
  mkdirSync(ARTIFACTS, { recursive: true });
  writeFileSync(join(ARTIFACTS, 'faults.json'), JSON.stringify(rows, null, 2));
  writeFileSync(join(ARTIFACTS, 'faults.md'), asMarkdown());
}

/** The table as it stands in the docs. */
function asMarkdown(): string {
  const cells = rows.map(row => [
    row.fault,
    row.database,
    row.secondsUntilRight?.toFixed(1) ?? 'never',
    row.wrong.length
      ? row.wrong
          .map(
            one =>
              `${one.claimed} while ${one.truth} (${one.job}, ${one.seconds} s)`,
          )
          .join('; ')
      : 'none',
    row.notes,
  ]);
  const all = [
    ['Fault', 'Database', 'Seconds until right', 'Wrong states seen', 'Notes'],
    ...cells,
  ];
  const widths = all[0].map((_, i) =>
    Math.max(...all.map(line => line[i].length)),
  );
  const line = (texts: string[]) =>
    `| ${texts.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`;
  return [
    line(all[0]),
    line(widths.map(width => '-'.repeat(width))),
    ...all.slice(1).map(line),
    '',
  ].join('\n');
}

/** Prints what `npm test` shows. */
export function printTable(): void {
  process.stdout.write(`\n${asMarkdown()}\n`);
}
