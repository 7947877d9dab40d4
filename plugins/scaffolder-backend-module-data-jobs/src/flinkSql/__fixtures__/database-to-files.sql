CREATE TEMPORARY TABLE `shop_customers` (
  `id` BIGINT,
  `name` VARCHAR(200),
  `email` VARCHAR(200),
  `country` VARCHAR(2),
  `created_at` TIMESTAMP(3)
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://${PG_HOST}:${PG_PORT}/shop',
  'table-name' = 'customers',
  'username' = 'datalark',
  'password' = '${secret:shop-postgres}'
);

CREATE TEMPORARY TABLE `customers_by_country` (
  `country` VARCHAR(2),
  `customers` BIGINT,
  `first_joined` DATE
) WITH (
  'connector' = 'filesystem',
  'path' = 'file://${DATA_DIR}/reports/customers-by-country',
  'format' = 'csv'
);

INSERT INTO `customers_by_country`
SELECT
  country, id, CAST(created_at AS DATE)
FROM `shop_customers`
WHERE country IS NOT NULL;
