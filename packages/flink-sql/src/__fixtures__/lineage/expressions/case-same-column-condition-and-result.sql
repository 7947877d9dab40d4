CREATE TABLE t (a INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT) WITH ('connector' = 'print');
INSERT INTO s SELECT CASE WHEN a < 0 THEN 0 ELSE a END FROM t;
