CREATE TABLE sales (region STRING, city STRING, product STRING, amount DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE s (region STRING, city STRING, product STRING, amount DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT region, city, product, SUM(amount)
FROM sales
GROUP BY GROUPING SETS ((region, city), (product), ());
