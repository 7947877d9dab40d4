CREATE TABLE customers (id INT, name STRING) WITH ('connector' = 'jdbc');
CREATE TABLE orders (cust INT, amount DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE s (name STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT name FROM customers c
WHERE EXISTS (SELECT 1 FROM orders o WHERE o.cust = c.id AND o.amount > 1000);
