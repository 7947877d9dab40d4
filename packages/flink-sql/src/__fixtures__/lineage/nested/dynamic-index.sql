CREATE TABLE t (k STRING, i INT, m MAP<STRING, INT>, a ARRAY<ROW<x INT>>) WITH ('connector' = 'kafka');
CREATE TABLE s (p INT, q INT) WITH ('connector' = 'print');
INSERT INTO s SELECT m[k], a[i].x FROM t;
