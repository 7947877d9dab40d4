CREATE TEMPORARY TABLE `partner_customers` (
  `id` BIGINT,
  `name` VARCHAR(200),
  `country` VARCHAR(2),
  `joined` DATE
) WITH (
  'connector' = 'filesystem',
  'path' = 'file://${DATA_DIR}/landing/customers',
  'format' = 'csv'
);

CREATE TEMPORARY TABLE `large_orders_topic` (
  `order_id` BIGINT,
  `customer_name` VARCHAR(200),
  `country` VARCHAR(2),
  `amount` DECIMAL(10, 2),
  `order_time` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders.large',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'sink.delivery-guarantee' = 'at-least-once',
  'format' = 'json'
);

INSERT INTO `large_orders_topic`
SELECT
  id, name, country, CAST(0 AS DECIMAL(10, 2)), CAST(joined AS TIMESTAMP(3))
FROM `partner_customers`;
