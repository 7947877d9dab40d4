import { problemsOf, treeOf } from '../__testUtils__/readOne';

describe('CREATE TABLE', () => {
  it('reads every kind of column, constraint and clause', () => {
    expect(
      treeOf(
        `CREATE TEMPORARY TABLE IF NOT EXISTS c.d.t (
        id BIGINT NOT NULL COMMENT 'the id',
        name STRING PRIMARY KEY NOT ENFORCED,
        total AS price * 2 COMMENT 'twice',
        ts TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
        "offset" BIGINT METADATA,
        WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
        CONSTRAINT pk PRIMARY KEY (id, name) NOT ENFORCED,
        UNIQUE (name)
      ) COMMENT 'a table'
      DISTRIBUTED BY HASH(id) INTO 4 BUCKETS
      PARTITIONED BY (day_, name)
      WITH ('connector' = 'kafka', 'topic' = 'a' 'b', 'secret' = \${s})
      LIKE base (INCLUDING ALL EXCLUDING OPTIONS OVERWRITING WATERMARKS)`.replace(
          /"offset"/,
          '`offset`',
        ),
      ),
    ).toMatchObject({
      kind: 'CreateTable',
      temporary: true,
      ifNotExists: true,
      replace: false,
      path: { parts: [{ name: 'c' }, { name: 'd' }, { name: 't' }] },
      schema: {
        columns: [
          {
            kind: 'PhysicalColumn',
            name: { name: 'id' },
            type: { name: 'BIGINT', nullable: false },
            comment: 'the id',
          },
          {
            constraint: {
              type: 'PRIMARY KEY',
              enforced: false,
              columns: [{ name: 'name' }],
            },
          },
          { kind: 'ComputedColumn', comment: 'twice' },
          { kind: 'MetadataColumn', from: 'timestamp', virtual: true },
          { kind: 'MetadataColumn', virtual: false },
        ],
        watermarks: [{ column: [{ name: 'ts' }] }],
        constraints: [
          { name: { name: 'pk' }, columns: [{}, {}], enforced: false },
          { type: 'UNIQUE' },
        ],
      },
      comment: 'a table',
      distribution: { type: 'HASH', columns: [{}], buckets: 4 },
      partitionedBy: [{}, { name: 'name' }],
      options: [
        { key: 'connector', value: 'kafka' },
        { key: 'topic', value: 'ab' },
        { key: 'secret', value: '${s}' },
      ],
      like: {
        table: { parts: [{ name: 'base' }] },
        rules: ['INCLUDING ALL', 'EXCLUDING OPTIONS', 'OVERWRITING WATERMARKS'],
      },
    });
  });

  it('reads CTAS and RTAS', () => {
    expect(
      treeOf("CREATE TABLE t (a, b) WITH ('k' = 'v') AS SELECT 1, 2"),
    ).toMatchObject({
      schema: { columns: [{ kind: 'NamedColumn' }, {}] },
      query: { body: { kind: 'Select' } },
    });
    expect(treeOf('REPLACE TABLE t AS SELECT 1')).toMatchObject({
      kind: 'CreateTable',
      replace: true,
    });
    expect(treeOf('CREATE OR REPLACE TABLE t AS (SELECT 1)')).toMatchObject({
      replace: true,
      query: { kind: 'Query' },
    });
  });

  it.each([
    ['BIGINT', { name: 'BIGINT' }],
    ['DECIMAL(10, 2)', { parameters: ['10', '2'] }],
    ['DOUBLE PRECISION', { name: 'DOUBLE PRECISION' }],
    ['TIMESTAMP(3) WITH LOCAL TIME ZONE', { parameters: ['3'] }],
    ['CHARACTER VARYING(3)', { name: 'CHARACTER VARYING' }],
    ['ARRAY<INT NOT NULL>', { elements: [{ nullable: false }] }],
    ['MAP<STRING, ARRAY<INT>>', { elements: [{}, { name: 'ARRAY' }] }],
    ['INT ARRAY', { name: 'ARRAY', elements: [{ name: 'INT' }] }],
    [
      "ROW<a INT 'first', `b c` ROW<d STRING>>",
      { fields: [{ comment: 'first' }, { type: { fields: [{}] } }] },
    ],
    ['ROW(a INT, b STRING)', { fields: [{}, {}] }],
    ['ROW<>', { fields: [] }],
    ["RAW('a.B', 'xyz')", { parameters: ['a.B', 'xyz'] }],
    ["STRUCTURED<'a.B', c INT>", { parameters: ['a.B'], fields: [{}] }],
    ['c.d.MyType', { name: '', path: { parts: [{}, {}, {}] } }],
    ['VARIANT NULL', { name: 'VARIANT', nullable: true }],
  ])('reads the type %s', (sql, type) => {
    expect(treeOf(`CREATE TABLE t (a ${sql})`)).toMatchObject({
      schema: { columns: [{ type }] },
    });
  });

  it.each([
    ['CREATE TABLE t ()', '1:17 Expected the name of a column'],
    ['CREATE TABLE t (a)', '1:16 Columns have no type only where a query'],
    ['CREATE TABLE t (a INT,)', '1:23 Expected the name of a column'],
    ['CREATE TABLE t (timestamp INT)', '(timestamp is reserved: as a name'],
    ['CREATE TABLE t (a INTERVAL DAY)', '1:19 Expected a type that a column'],
    ['CREATE TABLE t (a MAP<INT>)', '1:26 Expected , after INT, found >'],
    ['CREATE TABLE t (a INT) WITH (a = 1)', "1:30 Expected an option's key"],
    ["CREATE TABLE t WITH ('a' = 'b',)", "1:32 Expected an option's key"],
    ['CREATE TABLE t (a, b INT) AS SELECT 1', '1:20 Either all columns'],
    ['CREATE TABLE t DISTRIBUTED INTO 0 BUCKETS', '1:33 The number of buckets'],
    ['REPLACE TABLE t (a INT)', '1:23 Expected AS and a query'],
    [
      'CREATE TABLE t (WATERMARK FOR a AS b, WATERMARK FOR c AS d)',
      '1:39 A table can have one WATERMARK only',
    ],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});

describe('other definitions', () => {
  it.each([
    [
      "CREATE OR REPLACE TEMPORARY VIEW v (a, b) COMMENT 'c' AS SELECT 1, 2",
      { kind: 'CreateView', replace: true, temporary: true, columns: [{}, {}] },
    ],
    [
      "CREATE CATALOG IF NOT EXISTS c COMMENT 'x' WITH ('type' = 'jdbc')",
      { kind: 'CreateCatalog', ifNotExists: true, options: [{}] },
    ],
    [
      "CREATE DATABASE c.d WITH ('a' = 'b')",
      { kind: 'CreateDatabase', path: { parts: [{}, {}] } },
    ],
    [
      "CREATE TEMPORARY SYSTEM FUNCTION f AS 'a.B' LANGUAGE PYTHON",
      { kind: 'CreateFunction', system: true, language: 'PYTHON' },
    ],
    [
      "CREATE FUNCTION f AS 'a.B' LANGUAGE JAVA USING JAR 'x', JAR 'y'",
      { resources: [{ type: 'JAR', path: 'x' }, { path: 'y' }] },
    ],
    [
      "CREATE MODEL m INPUT (a STRING) OUTPUT (b DOUBLE) COMMENT 'c' WITH ('provider' = 'x')",
      {
        kind: 'CreateModel',
        input: { columns: [{}] },
        output: { columns: [{}] },
      },
    ],
    [
      "CREATE TEMPORARY CONNECTION c.x COMMENT 'y' WITH ('type' = 'z')",
      { kind: 'CreateConnection', temporary: true },
    ],
    [
      `CREATE OR ALTER MATERIALIZED TABLE m (PRIMARY KEY (a) NOT ENFORCED)
         PARTITIONED BY (a) WITH ('k' = 'v')
         START_MODE = FROM_NOW(INTERVAL '1' DAY)
         FRESHNESS = INTERVAL '3' MINUTE REFRESH_MODE = FULL AS SELECT 1`,
      {
        kind: 'CreateMaterializedTable',
        orAlter: true,
        refreshMode: 'FULL',
        query: {},
      },
    ],
  ])('%s', (sql, tree) => {
    expect(treeOf(sql)).toMatchObject(tree);
  });

  it.each([
    ['CREATE', '1:6 Expected what to create'],
    ['CREATE FOO x', '1:8 Expected what to create'],
    ['CREATE VIEW v', '1:13 Expected AS after v'],
    ['CREATE FUNCTION f', '1:17 Expected AS after f'],
    ["CREATE SYSTEM FUNCTION f AS 'x'", '1:8 A system function or connection'],
    ['CREATE CONNECTION c', '1:19 Expected WITH after c'],
    ['CREATE MODEL m OUTPUT (a)', '1:25 Expected a type after a'],
    [
      'CREATE TEMPORARY MATERIALIZED TABLE m AS SELECT 1',
      '1:18 A materialized table cannot be temporary',
    ],
    [
      'CREATE MATERIALIZED TABLE m FRESHNESS = 1 AS SELECT 1',
      '1:41 FRESHNESS is an interval',
    ],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});
