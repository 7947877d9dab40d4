CREATE TABLE t (a INT, b INT, k STRING, v STRING) WITH ('connector' = 'datagen');
CREATE TABLE s (arr ARRAY<INT>, m MAP<STRING, STRING>) WITH ('connector' = 'print');
INSERT INTO s SELECT ARRAY[a, b + 1, 3], MAP[k, v, 'fixed', 'x'] FROM t;
