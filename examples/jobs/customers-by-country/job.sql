CREATE TEMPORARY TABLE partner_customers (
  id BIGINT,
  name STRING,
  country STRING,
  joined DATE
) WITH (
  'connector' = 'filesystem',
  'path' = 'file://${DATA_DIR}/landing/customers',
  'format' = 'csv'
);

CREATE TEMPORARY TABLE customers_by_country (
  country STRING,
  customers BIGINT,
  first_joined DATE
) WITH (
  'connector' = 'filesystem',
  'path' = 'file://${DATA_DIR}/reports/customers-by-country',
  'format' = 'csv'
);

INSERT OVERWRITE customers_by_country
SELECT country, COUNT(*), MIN(joined)
FROM partner_customers
GROUP BY country;
