/** What a token is; see {@link Token}. @public */
export type TokenKind =
  | 'whitespace'
  /** `-- …` or `// …` up to the end of the line. */
  | 'line-comment'
  | 'block-comment'
  /** `/*+`; the tokens of the hint follow, then `hint-end`. */
  | 'hint-start'
  | 'hint-end'
  /** `'…'`, with a prefix of `E`, `N`, `X`, `U&` or `_charset` if any. */
  | 'string'
  /** `` `…` `` */
  | 'quoted-identifier'
  /** `"…"` on one line: no token of Flink SQL, kept whole for messages. */
  | 'double-quoted'
  /** A keyword or a name. */
  | 'word'
  | 'number'
  /** `${…}`: a variable or secret reference of Datalark. */
  | 'placeholder'
  | 'operator'
  | 'semicolon'
  /** A character that Flink SQL does not know. */
  | 'unknown';

/** A piece of a script. All texts put together are the script. @public */
export type Token = {
  kind: TokenKind;
  text: string;
  /** Offset in the script, from 0, in UTF-16 units. */
  offset: number;
  /** As Flink counts: from 1; a tab is one column. */
  line: number;
  column: number;
  /** False for a string, name or comment whose end is missing. */
  closed: boolean;
};

/** Tells whether a token means something: no space and no comment. @public */
export function isSignificant(token: Token): boolean {
  return (
    token.kind !== 'whitespace' &&
    token.kind !== 'line-comment' &&
    token.kind !== 'block-comment'
  );
}
