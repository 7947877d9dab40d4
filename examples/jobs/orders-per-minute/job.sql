CREATE TEMPORARY TABLE orders (
  order_id BIGINT,
  customer_id BIGINT,
  product_id BIGINT,
  quantity INT,
  amount DECIMAL(10, 2),
  order_time TIMESTAMP(3),
  WATERMARK FOR order_time AS order_time - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'orders-per-minute',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  -- A partition without orders must not hold the clock back.
  'scan.watermark.idle-timeout' = '10 s',
  'format' = 'json'
);

CREATE TEMPORARY TABLE orders_per_minute (
  window_start TIMESTAMP(3),
  product_id BIGINT,
  orders BIGINT,
  revenue DECIMAL(20, 2),
  PRIMARY KEY (window_start, product_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://${PG_HOST}:${PG_PORT}/warehouse',
  'table-name' = 'orders_per_minute',
  'username' = 'datalark',
  'password' = '${secret:warehouse-postgres}'
);

INSERT INTO orders_per_minute
SELECT
  window_start,
  product_id,
  COUNT(*),
  SUM(amount)
FROM TABLE(
  TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' MINUTE)
)
GROUP BY window_start, window_end, product_id;
