CREATE TABLE orders (id BIGINT, cust BIGINT, total DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE customers (id BIGINT, name STRING) WITH ('connector' = 'jdbc');
CREATE TABLE wide (order_id BIGINT, cust_id BIGINT, total DOUBLE, name STRING) WITH ('connector' = 'print');
INSERT INTO wide
SELECT o.*, c.name
FROM orders o JOIN customers c ON o.cust = c.id;
