import { spanText } from './spanText';

const SQL = 'SELECT a,\n  UPPER(b)\r\nFROM t';
const span = (l1: number, c1: number, l2: number, c2: number) => ({
  start: { line: l1, column: c1 },
  end: { line: l2, column: c2 },
});

describe('spanText', () => {
  it('cuts a piece out of a line', () => {
    expect(spanText(SQL, span(2, 3, 2, 11))).toBe('UPPER(b)');
    expect(spanText(SQL, span(1, 8, 1, 9))).toBe('a');
  });

  it('cuts a piece over several lines', () => {
    expect(spanText(SQL, span(1, 8, 3, 5))).toBe('a,\n  UPPER(b)\nFROM');
  });

  it('has nothing to say of places that are not there', () => {
    expect(spanText(SQL, span(3, 1, 9, 2))).toBeUndefined();
    expect(spanText(SQL, span(1, 90, 1, 95))).toBeUndefined();
  });
});
