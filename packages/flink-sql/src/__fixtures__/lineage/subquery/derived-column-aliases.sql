CREATE TABLE t (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT q.two, q.uno FROM (SELECT a, b + 1 FROM t) AS q (uno, two);
