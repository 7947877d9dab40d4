SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (a STRING, b STRING, c DATE, v INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (x INT, y BIGINT, r BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT SUM(v) OVER (PARTITION BY a), COUNT(*) OVER (PARTITION BY b ORDER BY c), RANK() OVER (ORDER BY v DESC)
FROM t;
