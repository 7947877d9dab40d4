CREATE TABLE a (x INT, -- the first; not the last
  y INT /* y; z INT */) WITH ('connector' = 'datagen');
CREATE TABLE /* sink */ b (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO b /* SELECT y, x FROM a */
SELECT x, -- y,
  /* x + */ y
FROM a -- WHERE x > 1
;
