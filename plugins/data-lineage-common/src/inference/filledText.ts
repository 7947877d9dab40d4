import type { SourceSpan } from '../LineageGraph';

/**
 * A text with its variables filled in, which still knows what was written.
 *
 * @public
 */
export type FilledText = {
  text: string;
  /** The place in the written text; `start` and `end` are offsets in the filled one. */
  writtenSpan(start: number, end: number): SourceSpan;
};

type Filling = {
  at: number;
  length: number;
  writtenAt: number;
  writtenLength: number;
};

const REFERENCE = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * Puts variables into a definition's text as data-jobs does: `${NAME}` is a
 * variable, `$${` a literal `${`. What has no value stays as written, as do
 * secrets (`${secret:name}`), which lineage never knows.
 *
 * @public
 */
export function filledText(
  written: string,
  variables: Readonly<Record<string, string>>,
): FilledText {
  const fillings: Filling[] = [];
  let text = '';
  let copied = 0;
  for (const match of written.matchAll(REFERENCE)) {
    const [whole, name] = match;
    const value = name === undefined ? '${' : variables[name];
    if (value === undefined) continue;
    text += written.slice(copied, match.index);
    fillings.push({
      at: text.length,
      length: value.length,
      writtenAt: match.index,
      writtenLength: whole.length,
    });
    text += value;
    copied = match.index + whole.length;
  }
  text += written.slice(copied);
  const lineStarts = startsOfLines(written);
  return {
    text,
    writtenSpan: (start, end) => ({
      start: placeAt(lineStarts, writtenOffset(fillings, start, false)),
      end: placeAt(lineStarts, writtenOffset(fillings, end, true)),
    }),
  };
}

// What lies within a value is where its variable is written.
function writtenOffset(
  fillings: Filling[],
  offset: number,
  isEnd: boolean,
): number {
  let shift = 0;
  for (const { at, length, writtenAt, writtenLength } of fillings) {
    if (offset <= at) break;
    if (offset < at + length)
      return isEnd ? writtenAt + writtenLength : writtenAt;
    shift = writtenAt + writtenLength - (at + length);
  }
  return offset + shift;
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return starts;
}

function placeAt(lineStarts: number[], offset: number) {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lineStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lineStarts[low] + 1 };
}
