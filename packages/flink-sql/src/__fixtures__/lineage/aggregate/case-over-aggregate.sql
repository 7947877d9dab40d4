CREATE TABLE t (k STRING, v INT, w INT) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, grade STRING, r INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT k, CASE WHEN SUM(v) > 10 THEN 'A' ELSE 'B' END, CASE WHEN COUNT(*) > 1 THEN MAX(w) ELSE 0 END
FROM t GROUP BY k;
