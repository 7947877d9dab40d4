import fc from 'fast-check';
import { splitStatements } from './splitStatements';
import { quoteString } from './quote';

describe('splitStatements', () => {
  it('gives each statement its place in the script', () => {
    const script = '\n  SELECT 1;\n-- note\nSELECT\n  2 ;';
    const [first, second] = splitStatements(script);
    expect(first).toMatchObject({ text: 'SELECT 1', line: 2, column: 3 });
    expect(second).toMatchObject({ text: 'SELECT\n  2', line: 4, column: 1 });
    expect(script.slice(second.start, second.end)).toBe(second.text);
  });

  it('finds as many statements as were joined, whatever their strings hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 10 }),
        strings => {
          const parts = strings.map(text => `SELECT ${quoteString(text)}`);
          const found = splitStatements(parts.join('; -- ;\n'));
          expect(found.map(statement => statement.text)).toEqual(parts);
        },
      ),
    );
  });

  it('finds nothing in a script without statements', () => {
    expect(splitStatements(' ;; -- nothing\n/* ; */ ;')).toEqual([]);
  });

  it('shows an open comment at the end as a part that is not closed', () => {
    expect(splitStatements('SELECT 1 /* open')).toMatchObject([
      { closed: false },
    ]);
  });

  it('takes a set without END as one that is not closed', () => {
    const [set, ...more] = splitStatements(
      'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2',
    );
    expect(more).toEqual([]);
    expect(set).toMatchObject({ kind: 'statement-set', closed: false });
    expect(set.inner.map(({ kind }) => kind)).toEqual(['insert', 'insert']);
  });

  it('is not led astray by names like words of a set', () => {
    expect(
      splitStatements(
        'EXECUTE INSERT INTO t SELECT `STATEMENT SET BEGIN`; SELECT 1; END',
      ).map(({ kind }) => kind),
    ).toEqual(['insert', 'query', 'end']);
  });

  it('splits a large script in little time', () => {
    const script = 'INSERT INTO t SELECT a FROM b WHERE c = 1;\n'.repeat(
      20_000,
    );
    const start = Date.now();
    expect(splitStatements(script)).toHaveLength(20_000);
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});
