CREATE TABLE t (doc ROW<a INT, b INT>) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT t.doc.a, UPPER(missing) FROM t;
