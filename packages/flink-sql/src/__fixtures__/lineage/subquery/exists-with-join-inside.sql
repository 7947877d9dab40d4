CREATE TABLE u (id INT, name STRING) WITH ('connector' = 'jdbc');
CREATE TABLE o (id INT, uid INT) WITH ('connector' = 'kafka');
CREATE TABLE l (order_id INT, sku STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (name STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT u.name FROM u
WHERE EXISTS (SELECT 1 FROM o JOIN l ON o.id = l.order_id WHERE o.uid = u.id AND l.sku = 'X1');
