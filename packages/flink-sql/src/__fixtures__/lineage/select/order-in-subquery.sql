SET 'execution.runtime-mode' = 'batch';
CREATE TABLE trades (sym STRING, px DOUBLE, ts TIMESTAMP(3)) WITH ('connector' = 'filesystem', 'path' = '/t', 'format' = 'parquet');
CREATE TABLE latest (sym STRING, px DOUBLE) WITH ('connector' = 'print');
INSERT INTO latest
SELECT sym, px FROM (SELECT * FROM trades ORDER BY ts DESC LIMIT 100) AS last_hundred WHERE px > 0;
