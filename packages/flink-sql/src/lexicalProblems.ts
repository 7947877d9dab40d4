import type { Token } from './Token';

/** Something that no Flink can read. Positions count from 1. @public */
export type LexicalProblem = {
  message: string;
  remedy: string;
  line: number;
  column: number;
};

const UNCLOSED: Partial<Record<Token['kind'], [string, string]>> = {
  string: [
    'This string has no end.',
    "Close it with '. A quote inside of a string is written twice.",
  ],
  'quoted-identifier': [
    'This name has no end.',
    'Close it with ` on the same line.',
  ],
  'block-comment': ['This comment has no end.', 'Close it with */.'],
};

/**
 * Lists what is wrong with a script's letters: quotes and comments that do not
 * end, double quotes, characters that Flink SQL does not know.
 *
 * @public
 */
export function lexicalProblems(tokens: Token[]): LexicalProblem[] {
  return tokens.flatMap(token => {
    const problem = problemOf(token);
    if (!problem) return [];
    const [message, remedy] = problem;
    return [{ message, remedy, line: token.line, column: token.column }];
  });
}

function problemOf(token: Token): [string, string] | undefined {
  if (!token.closed) return UNCLOSED[token.kind];
  if (token.kind === 'double-quoted' || token.text === '"') {
    return [
      'Flink SQL knows no double quotes.',
      "Write names in `…` and strings in '…'.",
    ];
  }
  if (token.kind === 'unknown') {
    const code = (token.text.codePointAt(0) ?? 0)
      .toString(16)
      .toUpperCase()
      .padStart(4, '0');
    return [
      `Flink SQL does not know the character ${JSON.stringify(
        token.text,
      )} (U+${code}).`,
      'Remove it, or replace it by a plain one.',
    ];
  }
  return undefined;
}
