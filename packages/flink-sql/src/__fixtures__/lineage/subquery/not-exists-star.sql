-- What EXISTS selects does not matter.
CREATE TABLE customers (id INT, name STRING) WITH ('connector' = 'jdbc');
CREATE TABLE orders (cust INT, amount DOUBLE, note STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, name STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT * FROM customers WHERE NOT EXISTS (SELECT * FROM orders WHERE cust = id);
