-- The second id is called id0 outside.
CREATE TABLE a (id INT, x STRING) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, y STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (c1 INT, c2 STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT id0, y FROM (SELECT * FROM a JOIN b ON a.id = b.id) AS j;
