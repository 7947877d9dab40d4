CREATE TABLE e (id INT, payload ROW<a INT, b ROW<c INT>>) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT, z INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT id,
  payload.nope,
  payload.b.c
FROM e;
