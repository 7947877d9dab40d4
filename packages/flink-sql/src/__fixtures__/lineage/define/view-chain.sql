CREATE TABLE t (a INT, b INT, c INT) WITH ('connector' = 'kafka');
CREATE VIEW v1 AS SELECT a AS x, b + c AS y, c FROM t WHERE a > 0;
CREATE VIEW v2 (p, q) AS SELECT y, x FROM v1 WHERE c < 5;
CREATE TEMPORARY VIEW IF NOT EXISTS v3 COMMENT 'the top' AS SELECT SUM(p) AS total, q FROM v2 GROUP BY q;
CREATE TABLE s (t INT, q INT) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM v3;
