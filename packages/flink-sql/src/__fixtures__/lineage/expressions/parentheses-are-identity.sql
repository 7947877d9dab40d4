CREATE TABLE t (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT, y INT, z INT) WITH ('connector' = 'print');
INSERT INTO s SELECT (a), ((b)), (a + b) FROM t;
