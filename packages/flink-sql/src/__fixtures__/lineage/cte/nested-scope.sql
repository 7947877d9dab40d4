CREATE TABLE a (x INT) WITH ('connector' = 'datagen');
CREATE TABLE b (x INT) WITH ('connector' = 'datagen');
CREATE TABLE s (p INT, q INT) WITH ('connector' = 'print');
INSERT INTO s
WITH c AS (SELECT x FROM a)
SELECT o.x, i.x
FROM c AS o
JOIN (
  WITH c AS (SELECT x FROM b)
  SELECT x FROM c
) AS i ON o.x = i.x;
