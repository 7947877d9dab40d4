CREATE TABLE t (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT, y BOOLEAN, z INT) WITH ('connector' = 'print');
INSERT INTO s SELECT IFNULL(a, b), a IS DISTINCT FROM b, COALESCE(a, a + 1) FROM t;
