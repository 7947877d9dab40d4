import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';

/** A SQL job for tests. */
export function sqlJob(
  sql: string,
  over: Partial<ResolvedDefinition> = {},
): ResolvedDefinition {
  return {
    type: 'flink-sql',
    definition: { sql },
    processing: 'streaming',
    configuration: { 'execution.checkpointing.interval': '1 s' },
    ...over,
  };
}

/** Counts for ever: keeps state and takes one slot. */
export const COUNT_FOREVER = `
CREATE TEMPORARY TABLE ticks (a INT) WITH (
  'connector' = 'datagen', 'rows-per-second' = '5'
);
CREATE TEMPORARY TABLE counted (n BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO counted SELECT COUNT(*) FROM ticks;
`;

/** Ten rows and the end. */
export const TEN_ROWS = `
CREATE TEMPORARY TABLE ten (a INT) WITH (
  'connector' = 'datagen', 'number-of-rows' = '10', 'rows-per-second' = '100'
);
CREATE TEMPORARY TABLE kept (a INT) WITH ('connector' = 'blackhole');
INSERT INTO kept SELECT a FROM ten;
`;

/** Starts, and fails at the first row. */
export const FAILS_AT_ONCE = `
SET 'restart-strategy.type' = 'none';
CREATE TEMPORARY TABLE texts (a STRING) WITH (
  'connector' = 'datagen', 'rows-per-second' = '5'
);
CREATE TEMPORARY TABLE numbers (n INT) WITH ('connector' = 'blackhole');
INSERT INTO numbers SELECT CAST(a AS INT) FROM texts;
`;

/** Names a table that is not there. */
export const WRONG_TABLE = `
CREATE TEMPORARY TABLE kept (a INT) WITH ('connector' = 'blackhole');
INSERT INTO kept
SELECT a FROM nowhere;
`;
