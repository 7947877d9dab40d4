CREATE TABLE a (id INT, x INT, f INT) WITH ('connector' = 'jdbc');
CREATE TABLE b (id INT, y INT, g INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT l.x, r.best
FROM (SELECT id, x FROM a WHERE f = 1) AS l
LEFT JOIN (SELECT id, MAX(y) AS best FROM b WHERE g = 2 GROUP BY id) AS r
ON l.id = r.id;
