CREATE TABLE t (k STRING, v INT) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, total INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT k, total FROM (SELECT k, SUM(v) AS total, COUNT(*) AS cnt FROM t GROUP BY k) AS q
WHERE total > 100 AND cnt > 3;
