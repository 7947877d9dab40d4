CREATE TABLE t (id INT, v STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, b INT, c INT, d STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT id, id, id + 1, v || v FROM t;
