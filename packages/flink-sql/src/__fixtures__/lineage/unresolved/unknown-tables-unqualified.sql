CREATE TABLE s (id INT, name STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT o.id,
  name
FROM orders AS o
JOIN customers AS c ON o.cust = c.id;
