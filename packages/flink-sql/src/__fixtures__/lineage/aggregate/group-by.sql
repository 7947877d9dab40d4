CREATE TABLE sales (shop STRING, product STRING, qty INT, price DOUBLE, buyer STRING) WITH ('connector' = 'kafka');
CREATE TABLE per_product (shop STRING, product STRING, cnt BIGINT, buyers BIGINT, revenue DOUBLE, top DOUBLE, avg_qty INT) WITH ('connector' = 'print');
INSERT INTO per_product
SELECT shop, product, COUNT(*), COUNT(DISTINCT buyer), SUM(qty * price), MAX(price), AVG(qty)
FROM sales
GROUP BY shop, product;
