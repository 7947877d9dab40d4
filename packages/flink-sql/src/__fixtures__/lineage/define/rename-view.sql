CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE VIEW v AS SELECT b AS x FROM t;
ALTER VIEW v RENAME TO w;
CREATE TABLE s (p INT) WITH ('connector' = 'print');
INSERT INTO s SELECT x FROM w;
