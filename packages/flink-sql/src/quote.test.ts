import fc from 'fast-check';
import { quoteIdentifier, quotePath, quoteString } from './quote';
import { tokenize } from './tokenize';

describe('quoting', () => {
  it('writes any text as one string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(tokenize(quoteString(text))).toMatchObject([
          { kind: 'string', closed: true },
        ]);
      }),
    );
  });

  it('writes any name on one line as one name', () => {
    const name = fc
      .string({ minLength: 1 })
      .filter(text => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(name, text => {
        expect(tokenize(quoteIdentifier(text))).toMatchObject([
          { kind: 'quoted-identifier', closed: true },
        ]);
      }),
    );
  });

  it('doubles the quotes inside', () => {
    expect(quotePath(['my catalog', 'a`b'])).toBe('`my catalog`.`a``b`');
    expect(quoteString("it's \\n")).toBe("'it''s \\n'");
  });

  it.each(['', 'a\nb'])('cannot write %j as a name', name => {
    expect(() => quoteIdentifier(name)).toThrow('a name is not empty');
  });
});
