import { jarRules } from '../jar/jarRules';
import { composeInserts } from './composeInserts';
import { planScript } from './planScript';

const compose = (sql: string) =>
  composeInserts(planScript(sql, jarRules([])).inserts);

describe('composeInserts', () => {
  it('leaves one INSERT as it is, without the EXECUTE before it', () => {
    const sql = '\n  EXECUTE INSERT INTO t\nSELECT 1;';
    const { text, placeInScript } = compose(sql);
    expect(text).toBe('INSERT INTO t\nSELECT 1');
    expect(placeInScript({ line: 1, column: 1 })).toEqual({
      statement: 1,
      line: 2,
      column: 11,
    });
  });

  it('makes a statement set of several, wherever they stood', () => {
    const { text } = compose(
      'INSERT INTO a SELECT 1; BEGIN STATEMENT SET; INSERT INTO b SELECT 2 -- x\n; END;',
    );
    expect(text).toBe(
      'EXECUTE STATEMENT SET BEGIN\nINSERT INTO a SELECT 1\n;\nINSERT INTO b SELECT 2\n;\nEND',
    );
  });

  it('leads every place in the set back to the script', () => {
    const sql =
      'SET a = b;\nINSERT INTO a\nSELECT @one; INSERT INTO b\r\n  SELECT\n @two\n;  INSERT INTO c SELECT @three';
    const { text, placeInScript } = compose(sql.replace(/@/g, ''));
    for (const word of ['one', 'two', 'three']) {
      const place = (source: string) => {
        const lines = source.slice(0, source.indexOf(word)).split(/\r\n|\r|\n/);
        return { line: lines.length, column: lines.at(-1)!.length + 1 };
      };
      expect(placeInScript(place(text))).toMatchObject(
        place(sql.replace(/@/g, '')),
      );
    }
    expect(placeInScript({ line: 9, column: 9 }).statement).toBe(4);
    expect(placeInScript(undefined)).toEqual({
      statement: 2,
      line: 2,
      column: 1,
    });
  });
});
