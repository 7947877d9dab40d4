-- Inside its own body the name still means the table.
CREATE TABLE orders (id INT, v INT) WITH ('connector' = 'kafka');
CREATE TABLE items (id INT, w INT) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, x INT) WITH ('connector' = 'print');
INSERT INTO s
WITH orders AS (SELECT id, w AS v FROM items)
SELECT id, v FROM orders;
INSERT INTO s
WITH orders AS (SELECT id, v * 2 AS v FROM orders)
SELECT id, v FROM orders;
