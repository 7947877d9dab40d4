CREATE TABLE gmv (pay_time TIMESTAMP(3), shop STRING, cat STRING, amt DOUBLE, WATERMARK FOR pay_time AS pay_time) WITH ('connector' = 'kafka');
CREATE TABLE s (t TIMESTAMP(3), shop STRING, cat STRING, amt DOUBLE, buyers BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT window_time, shop, cat, SUM(amt), COUNT(DISTINCT shop)
FROM TABLE(CUMULATE(TABLE gmv, DESCRIPTOR(pay_time), INTERVAL '1' MINUTE, INTERVAL '1' DAY))
GROUP BY window_start, window_end, window_time, GROUPING SETS ((shop), (cat), (shop, cat));
