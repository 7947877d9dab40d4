CREATE TEMPORARY TABLE `orders_topic` (
  `order_id` BIGINT,
  `customer_id` BIGINT,
  `product_id` BIGINT,
  `quantity` INT,
  `amount` DECIMAL(10, 2),
  `order_time` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'my-job',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TEMPORARY TABLE `large_orders` (
  `order_id` BIGINT,
  `customer_id` BIGINT,
  `amount` DECIMAL(10, 2),
  `order_time` TIMESTAMP(3),
  PRIMARY KEY (`order_id`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://${PG_HOST}:${PG_PORT}/warehouse',
  'table-name' = 'large_orders',
  'username' = 'datalark',
  'password' = '${secret:warehouse-postgres}'
);

INSERT INTO `large_orders` (`order_id`, `customer_id`, `amount`, `order_time`)
SELECT
  `order_id`,
  `customer_id`,
  `amount`,
  `order_time`
FROM `orders_topic`
WHERE amount > 500;
