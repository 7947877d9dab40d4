import { problemsOf, treeOf } from '../__testUtils__/readOne';

describe('changes', () => {
  it.each([
    [
      "INSERT OVERWRITE c.d.t /*+ OPTIONS('a' = 'b') */ PARTITION (p = 1, q = 'x') (a, b.c) SELECT 1, 2",
      {
        kind: 'Insert',
        overwrite: true,
        hints: [{}],
        partition: [{ column: { name: 'p' }, value: { value: '1' } }, {}],
        columns: [[{}], [{}, {}]],
      },
    ],
    [
      'INSERT INTO t VALUES (1, DEFAULT), ROW(DEFAULT)',
      {
        source: {
          body: {
            rows: [
              { values: [{}, { kind: 'DefaultValue' }] },
              { values: [{ kind: 'DefaultValue' }] },
            ],
          },
        },
      },
    ],
    ['INSERT INTO t (SELECT 1)', { source: { body: { kind: 'Query' } } }],
    ['EXECUTE INSERT INTO t TABLE s', { execute: true }],
    ['UPSERT INTO t SELECT 1', { upsert: true }],
    ['INSERT INTO t SELECT 1 ON CONFLICT DO NOTHING', { kind: 'Insert' }],
    [
      'UPDATE t AS x SET a = 1, b = x.c + 1 WHERE d',
      { kind: 'Update', alias: {}, assignments: [{}, {}], where: {} },
    ],
    ['DELETE FROM t WHERE a = 1', { kind: 'Delete', where: {} }],
    ['TRUNCATE TABLE a.b', { kind: 'Truncate' }],
    [
      `MERGE INTO t AS x USING s ON x.id = s.id
         WHEN MATCHED THEN UPDATE SET a = s.a
         WHEN NOT MATCHED THEN INSERT (a, b) VALUES (s.a, 1)`,
      {
        kind: 'Merge',
        actions: [{ kind: 'MergeUpdate' }, { values: [{}, {}] }],
      },
    ],
  ])('%s', (sql, tree) => {
    expect(treeOf(sql)).toMatchObject(tree);
  });

  it.each([
    ['INSERT t SELECT 1', '1:8 Expected INTO or OVERWRITE after INSERT'],
    ['INSERT INTO t', '1:13 Expected a query'],
    ['INSERT INTO t PARTITION (a) SELECT 1', '1:27 Expected = after a'],
    ["INSERT INTO t PARTITION (date = 'x') SELECT 1", '(date is reserved'],
    ['INSERT INTO t SELECT 1 ON CONFLICT DO UPDATE', '1:39 Expected ERROR,'],
    ['UPDATE t SET a', '1:14 Expected = after a'],
    ['DELETE t', '1:8 Expected FROM after DELETE, found t'],
    [
      'MERGE INTO t USING s ON a WHEN MATCHED THEN DELETE',
      '1:45 Flink SQL knows no DELETE in MERGE',
    ],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});

describe('statement sets and plans', () => {
  it.each([
    [
      'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END',
      { kind: 'StatementSet', execute: true, statements: [{}, {}] },
    ],
    [
      'BEGIN STATEMENT SET; INSERT INTO a SELECT 1;; INSERT INTO b SELECT 2; END',
      { kind: 'StatementSet', statements: [{ kind: 'Insert' }, {}] },
    ],
    ['BEGIN STATEMENT SET', { kind: 'SetBracket', end: false }],
    ['END', { kind: 'SetBracket', end: true }],
    [
      'EXPLAIN ESTIMATED_COST, CHANGELOG_MODE SELECT 1',
      { kind: 'Explain', details: ['ESTIMATED_COST', 'CHANGELOG_MODE'] },
    ],
    ['EXPLAIN PLAN FOR INSERT INTO t SELECT 1', { details: ['PLAN FOR'] }],
    [
      'EXPLAIN STATEMENT SET BEGIN INSERT INTO a SELECT 1; END',
      { statement: { kind: 'StatementSet', execute: false } },
    ],
    ['EXPLAIN CREATE TABLE t AS SELECT 1', { kind: 'Explain' }],
    [
      "COMPILE PLAN 'p' IF NOT EXISTS FOR INSERT INTO a SELECT 1",
      { kind: 'CompilePlan', path: 'p', ifNotExists: true },
    ],
    [
      "COMPILE AND EXECUTE PLAN 'p' FOR STATEMENT SET BEGIN INSERT INTO a SELECT 1; END",
      { kind: 'ExecutePlan', statement: { kind: 'StatementSet' } },
    ],
    ["EXECUTE PLAN 'p'", { kind: 'ExecutePlan', path: 'p' }],
    ['EXECUTE SELECT 1', { kind: 'QueryStatement', execute: true }],
  ])('%s', (sql, tree) => {
    expect(treeOf(sql)).toMatchObject(tree);
  });

  it.each([
    ['EXECUTE STATEMENT SET BEGIN END', '1:29 Expected INSERT after BEGIN'],
    [
      'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1 END',
      '1:52 Expected an operator, a comma or FROM after 1, found END',
    ],
    ['COMPILE PLAN p', '1:14 Expected the path of the plan in quotes'],
    ['EXPLAIN', '1:7 Expected a query'],
    ['EXPLAIN CREATE TABLE t (a INT)', '1:30 EXPLAIN reads CREATE TABLE'],
    ['FOO', '1:1 Expected a statement, found FOO'],
    ['SELECT 1 SELECT 2', '1:10 Expected an operator, a comma or FROM'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});

describe('the session', () => {
  it.each([
    ["SET 'a.b' = 'c'", { kind: 'Set', key: 'a.b', value: 'c' }],
    ['SET table.sql-dialect = default', { key: 'table.sql-dialect' }],
    ['SET k=file:///x', { key: 'k', value: 'file:///x' }],
    ['SET', { kind: 'Set' }],
    ["RESET 'a'", { kind: 'Reset', key: 'a' }],
    ['RESET a.b', { key: 'a.b' }],
    ['USE CATALOG c', { kind: 'Use', object: 'CATALOG' }],
    ['USE c.d', { object: 'DATABASE', paths: [{ parts: [{}, {}] }] }],
    ['USE MODULES a, b', { object: 'MODULES', paths: [{}, {}] }],
    ["LOAD MODULE m WITH ('a' = 'b')", { kind: 'Module', action: 'LOAD' }],
    ['UNLOAD MODULE m', { action: 'UNLOAD' }],
    ["ADD JAR '/a.jar'", { kind: 'Jar', path: '/a.jar' }],
    ['CALL a.b(x => 1, 2)', { kind: 'Call', args: [{ name: {} }, {}] }],
    [
      'ANALYZE TABLE t PARTITION (a, b = 1) COMPUTE STATISTICS FOR COLUMNS c, d',
      { kind: 'Analyze', partition: [{}, {}], columns: [{}, {}] },
    ],
    [
      "STOP JOB 'x' WITH SAVEPOINT WITH DRAIN",
      { kind: 'StopJob', job: 'x', savepoint: true, drain: true },
    ],
    ['QUIT', { kind: 'Client', command: 'QUIT' }],
    [
      "SHOW TABLES FROM a.b NOT LIKE 'x%'",
      { kind: 'Show', what: 'TABLES', negated: true, pattern: 'x%' },
    ],
    ['SHOW FULL MODULES', { what: 'FULL MODULES' }],
    ["SHOW USER FUNCTIONS ILIKE 'a'", { operator: 'ILIKE' }],
    ['SHOW CREATE MATERIALIZED TABLE m', { what: 'CREATE MATERIALIZED TABLE' }],
    ['SHOW PARTITIONS t PARTITION (a = 1)', { partition: [{}] }],
    ['SHOW CURRENT DATABASE', { what: 'CURRENT DATABASE' }],
    ['DESCRIBE EXTENDED a.b.c', { kind: 'Describe', extended: true }],
    ['DESC CATALOG EXTENDED c', { object: 'CATALOG', extended: true }],
    ["DESCRIBE JOB 'x'", { object: 'JOB', job: 'x' }],
    [
      'DROP TEMPORARY SYSTEM FUNCTION IF EXISTS f',
      { kind: 'Drop', object: 'FUNCTION', system: true, ifExists: true },
    ],
    ['DROP DATABASE d CASCADE', { behaviour: 'CASCADE' }],
    ['DROP MATERIALIZED TABLE m', { object: 'MATERIALIZED TABLE' }],
  ])('%s', (sql, tree) => {
    expect(treeOf(sql)).toMatchObject(tree);
  });

  it.each([
    ["SET 'a' = b", "1:11 Expected the option's value in quotes after ="],
    ['SET a', "1:5 Expected an option's key in quotes, ="],
    ['SHOW FOO', '1:6 Expected what to show'],
    ['SHOW TABLES db', '1:13 Expected the end of the statement'],
    ['SHOW CATALOGS NOT LIKES', '1:19 Expected LIKE or ILIKE after NOT'],
    ["USE MODULES 'a'", '1:13 Expected the name of a module after MODULES'],
    ['USE', '1:3 Expected CATALOG, MODULES or the name of a database'],
    ['DROP TABLE t CASCADE', '1:14 Expected the end of the statement'],
    ["STOP JOB 'x' WITH DRAIN", '1:14 WITH DRAIN comes after WITH SAVEPOINT'],
    ['ANALYZE TABLE t', '1:15 Expected COMPUTE after t'],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});
