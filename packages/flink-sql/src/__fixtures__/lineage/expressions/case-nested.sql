CREATE TABLE t (a INT, b INT, c INT, d INT, e INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT CASE WHEN a > 0 THEN CASE WHEN b > 0 THEN c ELSE d END ELSE e END FROM t;
