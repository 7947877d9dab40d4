CREATE TABLE orders (
  order_id STRING,
  buyer_id BIGINT,
  amount DECIMAL(12, 2),
  currency STRING,
  order_time TIMESTAMP(3),
  WATERMARK FOR order_time AS order_time - INTERVAL '10' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'orders', 'format' = 'json');
CREATE TABLE payments (
  pay_id STRING,
  order_id STRING,
  paid DECIMAL(12, 2),
  channel STRING,
  pay_time TIMESTAMP(3),
  WATERMARK FOR pay_time AS pay_time - INTERVAL '10' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'payments', 'format' = 'json');
CREATE TABLE fx (
  currency STRING,
  rate DECIMAL(18, 8),
  valid_from TIMESTAMP(3),
  WATERMARK FOR valid_from AS valid_from,
  PRIMARY KEY (currency) NOT ENFORCED
) WITH ('connector' = 'upsert-kafka');
CREATE TABLE matched (
  order_id STRING,
  buyer_id BIGINT,
  eur DECIMAL(38, 10),
  diff DECIMAL(13, 2),
  channel STRING,
  state STRING
) WITH ('connector' = 'kafka');
INSERT INTO matched
WITH paid AS (
  SELECT
    o.order_id,
    o.buyer_id,
    o.amount,
    o.currency,
    o.order_time,
    p.paid,
    p.channel
  FROM orders o
  LEFT JOIN payments p
    ON p.order_id = o.order_id
    AND p.pay_time BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR
)
SELECT
  d.order_id,
  d.buyer_id,
  d.amount * r.rate,
  d.amount - COALESCE(d.paid, 0),
  d.channel,
  CASE
    WHEN d.paid IS NULL THEN 'UNPAID'
    WHEN d.paid < d.amount THEN 'PARTIAL'
    ELSE 'PAID'
  END
FROM paid AS d
LEFT JOIN fx FOR SYSTEM_TIME AS OF d.order_time AS r ON d.currency = r.currency;
