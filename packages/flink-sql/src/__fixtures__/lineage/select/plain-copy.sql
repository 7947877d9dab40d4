CREATE TABLE orders (order_id BIGINT, customer_id BIGINT, amount DECIMAL(10, 2)) WITH ('connector' = 'kafka');
CREATE TABLE orders_copy (order_id BIGINT, customer_id BIGINT, amount DECIMAL(10, 2)) WITH ('connector' = 'print');
INSERT INTO orders_copy SELECT order_id, customer_id, amount FROM orders;
