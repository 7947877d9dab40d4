CREATE TABLE t (ts TIMESTAMP(3), uid STRING, v INT) WITH ('connector' = 'kafka');
CREATE TABLE s (d STRING, bucket INT, total INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT DATE_FORMAT(ts, 'yyyyMMdd'), MOD(v, 10), SUM(v) FROM t GROUP BY DATE_FORMAT(ts, 'yyyyMMdd'), MOD(v, 10);
