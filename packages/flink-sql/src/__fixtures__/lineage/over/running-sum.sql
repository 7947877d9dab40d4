CREATE TABLE orders (id STRING, product STRING, amount INT, ot TIMESTAMP(3), WATERMARK FOR ot AS ot) WITH ('connector' = 'kafka');
CREATE TABLE s (id STRING, hour_sum INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, SUM(amount) OVER (PARTITION BY product ORDER BY ot RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW)
FROM orders;
