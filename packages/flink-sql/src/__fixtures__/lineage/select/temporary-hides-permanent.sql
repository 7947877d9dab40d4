CREATE TABLE t (id INT, v STRING) WITH ('connector' = 'kafka');
CREATE TEMPORARY TABLE t (v STRING, id INT) WITH ('connector' = 'datagen');
CREATE TABLE s (a STRING, b INT) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM t;
