CREATE TABLE a (id INT, x INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE c (id INT, z INT) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, x INT, y INT, z INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT COALESCE(a.id, b.id, c.id), x, y, z
FROM a
FULL OUTER JOIN b ON a.id = b.id
RIGHT JOIN c ON b.id = c.id AND x < z;
