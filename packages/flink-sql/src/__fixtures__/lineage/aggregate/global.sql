CREATE TABLE m (v DOUBLE, w DOUBLE) WITH ('connector' = 'datagen');
CREATE TABLE s (n BIGINT, sd DOUBLE, ratio DOUBLE) WITH ('connector' = 'print');
INSERT INTO s SELECT COUNT(v), STDDEV_POP(v), SUM(v) / SUM(w) FROM m;
