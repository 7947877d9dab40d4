CREATE TABLE orders (id INT, shop STRING, amount INT, online BOOLEAN) WITH ('connector' = 'kafka');
CREATE TABLE s (shop STRING, chan STRING, amount INT) WITH ('connector' = 'print');
INSERT INTO s
WITH base AS (SELECT shop, amount, online FROM orders WHERE amount > 0),
     web AS (SELECT shop, 'web' AS chan, SUM(amount) AS amount FROM base WHERE online GROUP BY shop),
     store AS (SELECT shop, 'store' AS chan, amount FROM base WHERE NOT online)
SELECT * FROM web UNION ALL SELECT * FROM store;
