CREATE TEMPORARY TABLE orders (
  order_id BIGINT,
  customer_id BIGINT,
  product_id BIGINT,
  quantity INT,
  amount DECIMAL(10, 2),
  order_time TIMESTAMP(3),
  read_at AS PROCTIME()
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'order-routing',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'latest-offset',
  'format' = 'json'
);

CREATE TEMPORARY TABLE customers (
  id BIGINT,
  name STRING,
  country STRING,
  PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://${PG_HOST}:${PG_PORT}/shop',
  'table-name' = 'customers',
  'username' = 'datalark',
  'password' = '${secret:shop-postgres}',
  'lookup.cache' = 'PARTIAL',
  'lookup.partial-cache.max-rows' = '1000',
  'lookup.partial-cache.expire-after-write' = '1 min'
);

CREATE TEMPORARY TABLE large_orders_topic (
  order_id BIGINT,
  customer_name STRING,
  country STRING,
  amount DECIMAL(10, 2),
  order_time TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.orders.large',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'sink.delivery-guarantee' = 'at-least-once',
  'format' = 'json'
);

CREATE TEMPORARY TABLE large_orders (
  order_id BIGINT,
  customer_id BIGINT,
  amount DECIMAL(10, 2),
  order_time TIMESTAMP(3),
  PRIMARY KEY (order_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://${PG_HOST}:${PG_PORT}/warehouse',
  'table-name' = 'large_orders',
  'username' = 'datalark',
  'password' = '${secret:warehouse-postgres}'
);

EXECUTE STATEMENT SET
BEGIN
  INSERT INTO large_orders_topic
  SELECT o.order_id, c.name, c.country, o.amount, o.order_time
  FROM orders AS o
  JOIN customers FOR SYSTEM_TIME AS OF o.read_at AS c
    ON o.customer_id = c.id
  WHERE o.amount > 500;

  -- The first of each order only: the table's key is the number of the order.
  INSERT INTO large_orders
  SELECT order_id, customer_id, amount, order_time
  FROM (
    SELECT
      *,
      ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY read_at) AS occurrence
    FROM orders
    WHERE amount > 500
  )
  WHERE occurrence = 1;
END;
