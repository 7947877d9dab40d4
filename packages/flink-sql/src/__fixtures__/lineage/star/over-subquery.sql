CREATE TABLE t (a INT, b INT, c INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM (SELECT c AS uno, a + b AS due FROM t WHERE b > 0) AS q;
