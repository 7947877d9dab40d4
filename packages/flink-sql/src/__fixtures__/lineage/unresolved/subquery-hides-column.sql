CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT a, b FROM (SELECT a FROM t) AS q;
