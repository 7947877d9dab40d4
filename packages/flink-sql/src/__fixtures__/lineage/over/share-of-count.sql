CREATE TABLE t (k STRING, v INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (k STRING, share DOUBLE) WITH ('connector' = 'print');
INSERT INTO s SELECT k, COUNT(*) * 1.0 / SUM(COUNT(*)) OVER () FROM t GROUP BY k;
