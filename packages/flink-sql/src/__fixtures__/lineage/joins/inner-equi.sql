CREATE TABLE orders (order_id STRING, product_id STRING, qty INT) WITH ('connector' = 'kafka');
CREATE TABLE products (product_id STRING, name STRING, price DOUBLE, active BOOLEAN) WITH ('connector' = 'kafka');
CREATE TABLE s (order_id STRING, name STRING, total DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT o.order_id, p.name, o.qty * p.price
FROM orders AS o
INNER JOIN products AS p ON o.product_id = p.product_id AND p.active
WHERE o.qty > 0;
