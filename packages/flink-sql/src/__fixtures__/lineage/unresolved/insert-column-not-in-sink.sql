CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s (x, nope) SELECT a, b FROM t;
