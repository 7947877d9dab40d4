CREATE TABLE t (a INT, b INT, c INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT r.m, r.n FROM (
  SELECT q.p AS m, q.o AS n FROM (
    SELECT a AS o, b AS p FROM t WHERE c = 1
  ) AS q WHERE q.o > 0
) AS r;
