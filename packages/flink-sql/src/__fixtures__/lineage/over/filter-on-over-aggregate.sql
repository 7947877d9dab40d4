CREATE TABLE t (u STRING, amt INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE s (u STRING, amt INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT u, amt FROM (
  SELECT u, amt, SUM(amt) OVER (PARTITION BY u ORDER BY ts) AS run FROM t
) AS r WHERE run > 1000;
