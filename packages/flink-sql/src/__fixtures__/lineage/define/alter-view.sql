CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE VIEW v AS SELECT a AS x FROM t;
CREATE TABLE s (p INT) WITH ('connector' = 'print');
INSERT INTO s SELECT x FROM v;
ALTER VIEW v AS SELECT b AS x FROM t WHERE a > 0;
INSERT INTO s SELECT x FROM v;
