CREATE DATABASE sales;
CREATE TABLE sales.orders (id INT, note ROW<txt STRING>) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, b STRING, c INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT sales.orders.id, orders.note.txt, default_catalog.sales.orders.id FROM sales.orders;
