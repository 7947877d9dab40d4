CREATE TABLE a (id INT, x INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, a_id INT) WITH ('connector' = 'kafka');
CREATE TABLE c (b_id INT, z INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, z INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT a.x, c.z FROM a LEFT JOIN (b JOIN c ON b.id = c.b_id) ON a.id = b.a_id;
