CREATE TABLE orders (id INT, uid INT, amount DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE logins (uid INT, ip STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT id FROM orders
WHERE uid IN (SELECT uid FROM logins GROUP BY uid HAVING COUNT(DISTINCT ip) > 3);
