CREATE TABLE a (x INT, y INT) WITH ('connector' = 'datagen');
CREATE TABLE b (x INT, y INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT) WITH ('connector' = 'print');
INSERT INTO s
WITH unused AS (SELECT x FROM b WHERE y > 1)
SELECT x FROM a;
