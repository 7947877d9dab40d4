CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
INSERT INTO somewhere SELECT a, b + 1 AS more FROM t WHERE b > 0;
