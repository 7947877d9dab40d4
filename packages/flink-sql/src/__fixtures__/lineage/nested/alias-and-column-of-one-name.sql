-- The alias wins over the column of the same name: t.a is column a of table t.
CREATE TABLE t (t ROW<a INT, b INT>, a INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT t.a, t.t.a FROM t;
