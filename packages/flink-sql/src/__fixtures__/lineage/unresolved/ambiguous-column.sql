CREATE TABLE a (id INT, x INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, x, y
FROM a JOIN b ON a.id = b.id;
