CREATE TABLE t (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s
WITH renamed (p, q) AS (SELECT b, a FROM t)
SELECT p, q FROM renamed;
