import { problemsOf, treeOf } from '../__testUtils__/readOne';

describe('ALTER', () => {
  it.each([
    ['TABLE IF EXISTS t RENAME TO u.v', { kind: 'Rename' }],
    ['TABLE t RENAME a.b TO c', { kind: 'RenameColumn', from: [{}, {}] }],
    ["TABLE t SET ('a' = 'b')", { kind: 'SetOptions', options: [{}] }],
    ["TABLE t RESET ('a', 'b')", { kind: 'ResetOptions', keys: ['a', 'b'] }],
    [
      "TABLE t ADD (a.b INT COMMENT 'c' FIRST, d AS e AFTER a, UNIQUE (d), WATERMARK FOR x AS y)",
      {
        kind: 'AddSchema',
        schema: {
          columns: [
            { path: [{}, { name: 'b' }], position: 'FIRST' },
            { kind: 'ComputedColumn', position: { after: [{ name: 'a' }] } },
          ],
          constraints: [{}],
          watermarks: [{}],
        },
      },
    ],
    ['TABLE t ADD a INT AFTER b', { kind: 'AddSchema' }],
    ['TABLE t MODIFY a STRING NOT NULL', { kind: 'ModifySchema' }],
    ['TABLE t ADD DISTRIBUTION BY (a)', { kind: 'AddDistribution' }],
    [
      'TABLE t MODIFY DISTRIBUTION INTO 3 BUCKETS',
      { kind: 'ModifyDistribution', distribution: { buckets: 3 } },
    ],
    ['TABLE t DROP DISTRIBUTION', { kind: 'DropDistribution' }],
    [
      'TABLE t DROP (a, b.c)',
      { kind: 'DropColumns', columns: [[{}], [{}, {}]] },
    ],
    ['TABLE t DROP a', { kind: 'DropColumns' }],
    ['TABLE t DROP PRIMARY KEY', { kind: 'DropConstraint' }],
    ['TABLE t DROP CONSTRAINT c', { name: { name: 'c' } }],
    ['TABLE t DROP WATERMARK', { kind: 'DropWatermark' }],
    [
      "TABLE t ADD IF NOT EXISTS PARTITION (a = 1) WITH ('k' = 'v') PARTITION (a = 2)",
      { kind: 'AddPartitions', ifNotExists: true, partitions: [{}, {}] },
    ],
    [
      'TABLE t DROP IF EXISTS PARTITION (a = 1), PARTITION (a = 2)',
      { kind: 'DropPartitions', ifExists: true, partitions: [[{}], [{}]] },
    ],
    ['VIEW v AS SELECT 1', { kind: 'SetQuery' }],
    ['VIEW v RENAME TO w', { kind: 'Rename' }],
    ["CATALOG c COMMENT 'x'", { kind: 'SetComment', comment: 'x' }],
    ["CATALOG c SET ('a' = 'b')", { kind: 'SetOptions' }],
    ["DATABASE a.b SET ('a' = 'b')", { kind: 'SetOptions' }],
    [
      "TEMPORARY SYSTEM FUNCTION f AS 'a.B' LANGUAGE SCALA",
      { kind: 'SetFunction', className: 'a.B', language: 'SCALA' },
    ],
    ["MODEL IF EXISTS m SET ('a' = 'b')", { kind: 'SetOptions' }],
    ['CONNECTION c RENAME TO d', { kind: 'Rename' }],
    ['MATERIALIZED TABLE m SUSPEND', { operation: 'SUSPEND' }],
    [
      "MATERIALIZED TABLE m RESUME WITH ('a' = 'b')",
      { operation: 'RESUME', options: [{}] },
    ],
    [
      "MATERIALIZED TABLE m REFRESH PARTITION (a = 'b')",
      { operation: 'REFRESH', partition: [{}] },
    ],
    [
      "MATERIALIZED TABLE m SET FRESHNESS = INTERVAL '1' DAY",
      { operation: 'SET FRESHNESS' },
    ],
    ['MATERIALIZED TABLE m AS SELECT 1', { kind: 'SetQuery' }],
    ['MATERIALIZED TABLE m DROP (a)', { kind: 'DropColumns' }],
  ])('ALTER %s', (sql, action) => {
    expect(treeOf(`ALTER ${sql}`)).toMatchObject({ kind: 'Alter', action });
  });

  it.each([
    ['ALTER TABLE t', '1:13 Expected ADD, DROP, MODIFY, RENAME, RESET or SET'],
    ['ALTER TABLE t ADD', '1:17 Expected the name of a column'],
    ['ALTER TABLE t DROP a,', '1:21 Expected the end of the statement'],
    ['ALTER VIEW v SET (a)', '1:14 Expected AS or RENAME after v'],
    ['ALTER DATABASE d RESET ()', '1:18 Expected SET after d'],
    ['ALTER TEMPORARY TABLE t', '1:17 Expected FUNCTION or SYSTEM FUNCTION'],
    ['ALTER MATERIALIZED TABLE m SET', '1:30 Expected FRESHNESS, REFRESH_MODE'],
    ['ALTER TABLE t DROP PARTITION (a = b)', "1:35 A partition's value is"],
  ])('%s: %s', (sql, problem) => {
    expect(problemsOf(sql)[0]).toContain(problem);
  });
});
