CREATE TABLE src (uid BIGINT, ts TIMESTAMP(3), v DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE hive_t (uid BIGINT, v DOUBLE, dt STRING, hr STRING) PARTITIONED BY (dt, hr) WITH ('connector' = 'filesystem', 'path' = '/h', 'format' = 'parquet', 'sink.partition-commit.policy.kind' = 'success-file');
INSERT INTO hive_t
SELECT uid, v, DATE_FORMAT(ts, 'yyyy-MM-dd'), DATE_FORMAT(ts, 'HH') FROM src;
