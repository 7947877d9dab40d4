import fc from 'fast-check';
import { tokenize } from './tokenize';

/** Pieces that meet each other in the worst ways. */
const script = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...["'", '`', '"', '--', '/*', '*/', '/*+', '//', ';', '\n', '\r\n'],
        ...['\r', '\t', 'E', "U&'", '\\', '$', '${', '}', '😀', 'é', ' '],
        ...['BEGIN', 'END', 'EXECUTE', 'STATEMENT', 'SET', 'INSERT', ':', '1'],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map(pieces => pieces.join(''));

describe('tokenize', () => {
  it('loses nothing, whatever the script', () => {
    fc.assert(
      fc.property(script, text => {
        const tokens = tokenize(text);
        expect(tokens.map(token => token.text).join('')).toBe(text);
        expect(tokens.every(token => token.text.length > 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives each token its true place', () => {
    fc.assert(
      fc.property(script, text => {
        let offset = 0;
        for (const token of tokenize(text)) {
          const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
          const splitsPair = text[offset - 1] === '\r' && text[offset] === '\n';
          expect(token.offset).toBe(offset);
          expect(splitsPair).toBe(false);
          expect([token.line, token.column]).toEqual([
            lines.length,
            lines[lines.length - 1].length + 1,
          ]);
          offset += token.text.length;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  const kinds = (text: string) =>
    tokenize(text)
      .filter(token => token.kind !== 'whitespace')
      .map(token => [token.kind, token.text]);

  it('reads strings as Flink does', () => {
    expect(
      kinds("'it''s' E'a\\'b' n'x' U&'\\00e9' _UTF-16LE'y' 'a\\'"),
    ).toEqual([
      ['string', "'it''s'"],
      ['string', "E'a\\'b'"],
      ['string', "n'x'"],
      ['string', "U&'\\00e9'"],
      ['string', "_UTF-16LE'y'"],
      ['string', "'a\\'"],
    ]);
  });

  it('does not take the end of a word for the prefix of a string', () => {
    expect(kinds("DATE'2026-01-01' name'x'")).toEqual([
      ['word', 'DATE'],
      ['string', "'2026-01-01'"],
      ['word', 'name'],
      ['string', "'x'"],
    ]);
  });

  it('knows comments, which do not nest, and hints, which are no comments', () => {
    expect(kinds('a /* b /* c */ d // e\n/*+ H(1) */ * / -- f')).toEqual([
      ['word', 'a'],
      ['block-comment', '/* b /* c */'],
      ['word', 'd'],
      ['line-comment', '// e'],
      ['hint-start', '/*+'],
      ['word', 'H'],
      ['operator', '('],
      ['number', '1'],
      ['operator', ')'],
      ['hint-end', '*/'],
      ['operator', '*'],
      ['operator', '/'],
      ['line-comment', '-- f'],
    ]);
  });

  it('takes the // of an address for no comment', () => {
    expect(kinds('SET a = file:///x;').at(-1)).toEqual(['semicolon', ';']);
  });

  it('finds references to variables outside of strings', () => {
    expect(kinds('LIMIT ${n} $n')).toEqual([
      ['word', 'LIMIT'],
      ['placeholder', '${n}'],
      ['word', '$n'],
    ]);
  });

  it.each([
    ["a 'b\nc", 'string', "'b\nc"],
    ['a `b\nc', 'quoted-identifier', '`b'],
    ['a /* b\nc', 'block-comment', '/* b\nc'],
  ])('says of %j that its %s has no end', (text, kind, open) => {
    const found = tokenize(text).filter(token => !token.closed);
    expect(found).toMatchObject([{ kind, text: open, line: 1, column: 3 }]);
  });

  it('takes time in line with the length, on one line too', () => {
    const long = 'SELECT `a` || "b" || \'c\' , '.repeat(40_000);
    const start = Date.now();
    expect(tokenize(long).length).toBeGreaterThan(400_000);
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});
