/** A streaming job of Flink SQL with state to lose; all of its tasks are one slot's. */
export const FLINK_JOB = {
  type: 'flink-sql',
  lifecycle: 'experimental',
  owner: 'group:default/data-platform',
  engine: 'flink',
  parallelism: 1,
  configuration: { 'execution.checkpointing.interval': '1 s' },
  definition: {
    sql: `CREATE TABLE clicks (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '5', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '20000');
CREATE TABLE nowhere (id BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO nowhere SELECT id FROM clicks;`,
  },
};

/** A streaming job of SeaTunnel. */
export const ZETA_JOB = {
  type: 'seatunnel',
  lifecycle: 'experimental',
  owner: 'group:default/data-platform',
  engine: 'zeta',
  parallelism: 1,
  definition: {
    config: `env { job.mode = "STREAMING", parallelism = 1, checkpoint.interval = 2000 }
source { FakeSource { schema = { fields { id = "int" } }, row.num = 50000000, split.num = 500000, split.read-interval = 500 } }
sink { Console { log.print.data = false } }`,
  },
};
