CREATE TABLE t (k STRING, v INT, w INT) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, x STRING, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT UPPER(k), CAST(SUM(v) AS STRING) || k, MAX(v) - MIN(w) FROM t GROUP BY k;
