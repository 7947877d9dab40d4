CREATE TABLE orders (order_id BIGINT, user_id BIGINT, shop_id BIGINT, created TIMESTAMP(3), amount DECIMAL(10, 2)) WITH ('connector' = 'paimon');
CREATE TABLE shops (shop_id BIGINT, city STRING) WITH ('connector' = 'paimon');
CREATE MATERIALIZED TABLE shop_daily
PARTITIONED BY (ds)
WITH ('format' = 'debezium-json')
FRESHNESS = INTERVAL '30' SECOND
REFRESH_MODE = CONTINUOUS
AS SELECT
  DATE_FORMAT(o.created, 'yyyy-MM-dd') AS ds,
  s.city,
  SUM(o.amount) AS total,
  COUNT(DISTINCT o.user_id) AS buyers
FROM orders AS o
JOIN shops AS s ON o.shop_id = s.shop_id
GROUP BY DATE_FORMAT(o.created, 'yyyy-MM-dd'), s.city;
