CREATE TABLE t (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT, y INT, z INT) WITH ('connector' = 'print');
CREATE TEMPORARY VIEW v AS SELECT b, a FROM t;
INSERT INTO s
WITH c AS (SELECT *, 7 AS k FROM v)
SELECT * FROM c;
