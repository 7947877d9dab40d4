CREATE TABLE t (k INT, v INT) WITH ('connector' = 'datagen');
CREATE TABLE s (k INT, v INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT k, v FROM t UNION ALL SELECT k + 1, SUM(v) FROM t GROUP BY k + 1;
