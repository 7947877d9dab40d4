import { existsSync, readFileSync } from 'fs';
import { splitStatements } from './splitStatements';
import { tokenize } from './tokenize';

/** Statements that others wrote; see its README. Not part of the project. */
const CORPUS = '/work/shared/corpus/flink-sql-statements.jsonl';

type Entry = { id: string; sql: string; ok: boolean };

const entries: Entry[] = existsSync(CORPUS)
  ? readFileSync(CORPUS, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  : [];

const whenPresent = entries.length ? describe : describe.skip;

whenPresent('the corpus of Flink SQL statements (skipped when absent)', () => {
  const good = entries.filter(entry => entry.ok);
  // Begins a set whose other statements are not there.
  const plain = good.filter(
    ({ sql }) => !/^\s*begin\s+statement\s+set/i.test(sql),
  );

  it('is tokenized without loss', () => {
    const lossy = entries.filter(
      ({ sql }) =>
        tokenize(sql)
          .map(t => t.text)
          .join('') !== sql,
    );
    expect(lossy).toEqual([]);
  });

  it('holds one closed statement each where Flink can read it', () => {
    const odd = plain.filter(({ sql }) => {
      const statements = splitStatements(sql);
      return statements.length !== 1 || !statements[0].closed;
    });
    expect(odd.map(({ id, sql }) => [id, sql])).toEqual([]);
  });

  it('holds no unknown letter and no unknown kind where Flink can read it', () => {
    const odd = good.filter(
      ({ sql }) =>
        tokenize(sql).some(token => token.kind === 'unknown') ||
        splitStatements(sql).some(statement => statement.kind === 'unknown'),
    );
    expect(odd.map(({ id, sql }) => [id, sql])).toEqual([]);
  });

  it('is split back into its statements when they are joined', () => {
    const joined = plain.map(({ sql }) => sql).join('\n;\n');
    expect(splitStatements(joined)).toHaveLength(plain.length);
  });
});
