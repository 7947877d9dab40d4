CREATE TABLE products (id INT, price DOUBLE, cat STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT id FROM products WHERE price > (SELECT AVG(price) FROM products WHERE cat = 'base');
