-- The view keeps the latest row of each key; FOR SYSTEM_TIME reads it as of the order.
CREATE TABLE rate_log (cur STRING, rate DOUBLE, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE orders (id STRING, cur STRING, price DOUBLE, ot TIMESTAMP(3), WATERMARK FOR ot AS ot) WITH ('connector' = 'kafka');
CREATE VIEW versioned_rates AS
SELECT cur, rate, ts FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY cur ORDER BY ts DESC) AS rn FROM rate_log
) WHERE rn = 1;
CREATE TABLE s (id STRING, eur DOUBLE, rate_time TIMESTAMP(3)) WITH ('connector' = 'print');
INSERT INTO s
SELECT o.id, o.price * r.rate, r.ts
FROM orders AS o LEFT JOIN versioned_rates FOR SYSTEM_TIME AS OF o.ot AS r ON o.cur = r.cur;
