CREATE TABLE purchases (sku STRING, shop STRING, qty INT, price DOUBLE, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '1' MINUTE) WITH ('connector' = 'kafka');
CREATE TABLE products (sku STRING, title STRING, brand STRING) WITH ('connector' = 'hbase-2.2');
CREATE TABLE hot (hour_ TIMESTAMP(3), pos BIGINT, title STRING, brand STRING, revenue DOUBLE) WITH ('connector' = 'redis');
INSERT INTO hot
WITH hourly AS (
  SELECT window_start AS hour_, window_end, sku, SUM(qty * price) AS revenue
  FROM TABLE(TUMBLE(TABLE purchases, DESCRIPTOR(ts), INTERVAL '1' HOUR))
  GROUP BY window_start, window_end, sku
),
ranked AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY hour_, window_end ORDER BY revenue DESC) AS pos
  FROM hourly
)
SELECT r.hour_, r.pos, p.title, UPPER(p.brand), ROUND(r.revenue, 2)
FROM (SELECT *, PROCTIME() AS pt FROM ranked WHERE pos <= 10) AS r
LEFT JOIN products FOR SYSTEM_TIME AS OF r.pt AS p ON p.sku = r.sku;
