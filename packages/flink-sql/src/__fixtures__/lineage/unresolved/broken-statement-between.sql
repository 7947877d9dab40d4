CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT a, b FROM t;
SELEC a FROM t;
INSERT INTO s SELECT b, a FROM t;
