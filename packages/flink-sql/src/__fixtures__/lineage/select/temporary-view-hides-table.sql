CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE u (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TEMPORARY VIEW t AS SELECT b AS a, a AS b FROM u;
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT a, b FROM t;
