CREATE TABLE orders (id INT, uid INT, amount DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE vips (user_id INT, level INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT, amount DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, amount FROM orders WHERE uid IN (SELECT user_id FROM vips WHERE level > 3);
