CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, total INT) WITH ('connector' = 'print');
INSERT INTO s SELECT t.a, x.total FROM t, LATERAL (SELECT t.a + t.b AS total) AS x WHERE x.total > 3;
