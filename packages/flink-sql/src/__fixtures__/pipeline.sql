-- Orders of a day, one row per product; the ; in here ends nothing
SET 'execution.checkpointing.interval' = '10 s';
CREATE TEMPORARY TABLE orders (
  `order id` BIGINT,
  product STRING COMMENT 'it''s a name; not a list',
  price DECIMAL(10, 2), /* a ; again */
  ts TIMESTAMP_LTZ(3),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH ('connector' = 'datagen');
CREATE TABLE sink (product STRING, total DECIMAL(38, 2)) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT product, price FROM orders;

INSERT INTO sink
SELECT /*+ STATE_TTL('orders' = '1d;') */ product, SUM(price)
FROM orders
WHERE CASE WHEN price > 0 THEN TRUE ELSE FALSE END
GROUP BY product
;;
