CREATE TABLE a (x INT) WITH ('connector' = 'datagen');
CREATE TABLE b (y INT) WITH ('connector' = 'datagen');
CREATE TABLE c (z INT) WITH ('connector' = 'datagen');
CREATE TABLE s (v INT) WITH ('connector' = 'print');
INSERT INTO s SELECT x FROM a UNION SELECT y FROM b UNION SELECT ABS(z) FROM c;
