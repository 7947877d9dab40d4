CREATE TABLE t (a INT) WITH ('connector' = 'datagen');
CREATE TABLE s (id STRING, a INT, r DOUBLE, d DATE, pt TIMESTAMP_LTZ(3)) WITH ('connector' = 'print');
INSERT INTO s SELECT UUID(), a, RAND(), CURRENT_DATE, PROCTIME() FROM t;
