CREATE TABLE s (id INT, name STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT o.id, c.name
FROM shop.ods.orders AS o
JOIN shop.ods.customers AS c ON o.cust = c.id;
