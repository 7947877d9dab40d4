import { jarRules } from '../jar/jarRules';
import { planScript } from './planScript';

const plan = (sql: unknown, prefixes: string[] = []) =>
  planScript(sql, jarRules(prefixes));
const messages = (sql: unknown) =>
  plan(sql).problems.map(({ severity, message, line, column }) => [
    severity,
    message,
    line,
    column,
  ]);

describe('planScript', () => {
  it('takes a script apart into its preparation and its INSERTs', () => {
    const { setup, inserts, problems } = plan(
      'SET a = b;\nCREATE TABLE t (a INT);\nINSERT INTO t SELECT 1;\nCREATE TABLE u (a INT);\nEXECUTE STATEMENT SET BEGIN INSERT INTO u SELECT 1; INSERT INTO t SELECT 2; END',
    );
    expect(setup.map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(inserts.map(({ number }) => number)).toEqual([3, 5, 5]);
    expect(problems).toEqual([]);
  });

  it.each([
    [undefined, 'There is no SQL to run.'],
    ['  ', 'There is no SQL to run.'],
    [{ sql: 1 }, 'There is no SQL to run.'],
    ['-- nothing', 'starts no job'],
    ["INSERT INTO t SELECT 'a", 'This string has no end.'],
    ['SELECT 1', 'returns its rows to nobody'],
    ['CREATE TABLE t WITH () AS SELECT 1', 'a job of its own'],
    ['CALL p()', 'cannot call procedures'],
    ['UPDATE t SET a = 1', 'do not make a job'],
    ["STOP JOB 'x'", 'cannot stop'],
    ['QUIT', 'command of the SQL client'],
    ['END', 'no statement set that this END ends'],
    ['BEGIN STATEMENT SET; INSERT INTO t SELECT 1', 'no END'],
    ['EXECUTE STATEMENT SET BEGIN END', 'empty'],
    ['EXECUTE STATEMENT SET BEGIN SELECT 1; END', 'INSERTs only'],
    ["EXECUTE PLAN 'a'; EXECUTE PLAN 'b'", 'more than one compiled plan'],
    ["EXECUTE PLAN 'a'; INSERT INTO t SELECT 1", 'starts two jobs'],
    ["ADD JAR '/a.jar'; INSERT INTO t SELECT 1", 'not at an allowed place'],
    ['ADD JAR /a.jar; INSERT INTO t SELECT 1', 'not at an allowed place'],
    [
      "CREATE FUNCTION f AS 'a.B' USING JAR 'https://evil/x.jar'; INSERT INTO t SELECT 1",
      'not at an allowed place',
    ],
    [`INSERT INTO t SELECT 1; ${'-'.repeat(1_000_000)}`, 'are the limit'],
    ['RESET;'.repeat(1_001), 'are the limit'],
  ])('refuses %.40j', (sql, message) => {
    const errors = plan(sql).problems.filter(p => p.severity === 'error');
    expect(errors[0].message).toContain(message);
    expect(errors[0].remedy).toMatch(/\S/);
  });

  it.each([
    "SET '$internal.pipeline.job-id' = 'x'",
    'SET rest.address = evil.example.com',
    "SET 'execution.target' = 'kubernetes-session'",
    "SET 'execution.state-recovery.path' = 's3://b/x'",
    "SET 'execution.savepoint.path' = 's3://b/x'",
    "RESET 'rest.port'",
  ])('leaves to the portal what is the portal’s: %s', statement => {
    const { problems } = plan(`\n ${statement}; INSERT INTO t SELECT 1`);
    expect(problems).toMatchObject([
      { severity: 'error', statement: 1, line: 2, column: 2 },
    ]);
    expect(problems[0].message).toMatch(/^A job cannot set /);
  });

  it('leaves out what only shows something, and says so', () => {
    const found = plan('SHOW TABLES; INSERT INTO t SELECT 1');
    expect(found.setup).toEqual([]);
    expect(found.problems).toMatchObject([{ severity: 'warning' }]);
  });

  it('does not let a later USE change what an INSERT before it means', () => {
    expect(messages('INSERT INTO t SELECT 1;\nUSE other;')).toEqual([
      ['error', expect.stringContaining('stands after an INSERT'), 2, 1],
    ]);
  });

  it('lets a jar be named from an allowed place, and from nowhere above it', () => {
    const ofJar = (jar: string) =>
      plan(`ADD JAR '${jar}'; INSERT INTO t SELECT 1`, ['file:///opt/jars/'])
        .problems.length;
    expect(ofJar('/opt/jars/a.jar')).toBe(0);
    expect(ofJar('file:///opt/jars/b/a.jar')).toBe(0);
    expect(ofJar('/opt/jars/../a.jar')).toBe(1);
    expect(ofJar('/opt/jars/%2e%2e/a.jar')).toBe(1);
    expect(ofJar('/opt/jarsx/a.jar')).toBe(1);
    expect(ofJar('https://user:pw@x/opt/jars/a.jar')).toBe(1);
  });
});
