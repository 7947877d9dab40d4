import { filledText } from './filledText';

describe('filledText', () => {
  it('fills in variables and leaves secrets and unknown names', () => {
    expect(
      filledText('${A}/${B}/${secret:a}/$${A}/${a.b}', { A: 'one' }).text,
    ).toBe('one/${B}/${secret:a}/${A}/${a.b}');
  });

  it('knows where something was written', () => {
    const written = "x '${HOST}' y\nz ${HOST} end";
    const { text, writtenSpan } = filledText(written, { HOST: 'a-long-host' });
    const spanOf = (piece: string, from = 0) => {
      const start = text.indexOf(piece, from);
      return writtenSpan(start, start + piece.length);
    };
    expect(spanOf('x')).toEqual({
      start: { line: 1, column: 1 },
      end: { line: 1, column: 2 },
    });
    expect(spanOf(' y')).toEqual({
      start: { line: 1, column: 12 },
      end: { line: 1, column: 14 },
    });
    // a piece of the value is the whole variable
    expect(spanOf('long')).toEqual({
      start: { line: 1, column: 4 },
      end: { line: 1, column: 11 },
    });
    expect(spanOf('end')).toEqual({
      start: { line: 2, column: 11 },
      end: { line: 2, column: 14 },
    });
  });

  it('gives spans of a text without variables as they are', () => {
    expect(filledText('ab\ncd', {}).writtenSpan(3, 5)).toEqual({
      start: { line: 2, column: 1 },
      end: { line: 2, column: 3 },
    });
  });
});
