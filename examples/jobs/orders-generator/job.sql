CREATE TEMPORARY TABLE clicks (
  order_id BIGINT,
  customer_id BIGINT,
  product_id BIGINT,
  quantity INT,
  price DOUBLE
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '5',
  'fields.order_id.min' = '1',
  'fields.order_id.max' = '1000000000',
  'fields.customer_id.min' = '1',
  'fields.customer_id.max' = '100',
  'fields.product_id.min' = '1',
  'fields.product_id.max' = '20',
  'fields.quantity.min' = '1',
  'fields.quantity.max' = '5',
  'fields.price.min' = '1',
  'fields.price.max' = '200'
);

-- Transactions may not live longer than the broker allows (15 minutes by default).
CREATE TEMPORARY TABLE orders (
  order_id BIGINT,
  customer_id BIGINT,
  product_id BIGINT,
  quantity INT,
  amount DECIMAL(10, 2),
  order_time TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.transaction.timeout.ms' = '600000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'orders-generator',
  'format' = 'json'
);

INSERT INTO orders
SELECT
  order_id,
  customer_id,
  product_id,
  quantity,
  CAST(quantity * price AS DECIMAL(10, 2)),
  CAST(CURRENT_TIMESTAMP AS TIMESTAMP(3))
FROM clicks;
