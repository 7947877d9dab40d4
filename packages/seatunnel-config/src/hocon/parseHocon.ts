import type { ConfigProblem, Position } from '../model/ConfigProblem';
import type { HoconObject } from './HoconNode';
import { HoconParser } from './HoconParser';
import { HoconSyntaxError } from './HoconSyntaxError';

/** Largest text that is read, in characters. */
export const MAX_TEXT_LENGTH = 1_000_000;

/** A parsed text, or why there is none. Never throws. */
export type ParsedHocon =
  | { root: HoconObject; positionOf(offset: number): Position }
  | { problem: ConfigProblem };

/** Reads HOCON, or with `strict` nothing but JSON. */
export function parseHocon(
  text: string,
  options: { strict?: boolean } = {},
): ParsedHocon {
  if (text.length > MAX_TEXT_LENGTH) {
    return {
      problem: {
        severity: 'error',
        message: `The text has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are read.`,
        remedy: 'Split the job.',
      },
    };
  }
  const positionOf = positions(text);
  try {
    return { root: new HoconParser(text, options).parse(), positionOf };
  } catch (error) {
    if (!(error instanceof HoconSyntaxError)) throw error;
    const { message, remedy, at } = error;
    const position = positionOf(Math.min(at, text.length));
    return { problem: { severity: 'error', message, remedy, ...position } };
  }
}

function positions(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return offset => {
    if (!starts) {
      starts = [0];
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        starts.push(i + 1);
      }
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  };
}
