CREATE TABLE orders (uid BIGINT, amount DOUBLE, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE s (uid BIGINT, w_start TIMESTAMP(3), w_end TIMESTAMP(3), total DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT uid, TUMBLE_START(ts, INTERVAL '1' DAY), TUMBLE_END(ts, INTERVAL '1' DAY), SUM(amount)
FROM orders
GROUP BY TUMBLE(ts, INTERVAL '1' DAY), uid;
