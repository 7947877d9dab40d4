-- Columns without a name are EXPR$0, EXPR$1 … by position.
CREATE TABLE t (a INT, b INT) WITH ('connector' = 'datagen');
CREATE VIEW v AS SELECT a + 1, b, a * b FROM t;
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT EXPR$2, `EXPR$0` FROM v;
