CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
INSERT INTO elsewhere.db1.sink (p, q) SELECT a, b + 1 FROM t WHERE b > 0;
