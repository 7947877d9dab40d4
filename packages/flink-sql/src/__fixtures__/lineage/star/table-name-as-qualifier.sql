CREATE TABLE orders (id INT, v INT) WITH ('connector' = 'kafka');
CREATE TABLE items (id INT, w INT) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, b INT, c INT, d INT) WITH ('connector' = 'print');
INSERT INTO s SELECT items.*, default_catalog.default_database.orders.* FROM orders JOIN items ON orders.id = items.id;
