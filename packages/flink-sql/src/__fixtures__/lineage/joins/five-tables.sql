CREATE TABLE orders (id INT, cust INT, shop INT, created TIMESTAMP(3), st INT) WITH ('connector' = 'mysql-cdc');
CREATE TABLE order_lines (order_id INT, sku STRING, qty INT, price DECIMAL(10, 2)) WITH ('connector' = 'mysql-cdc');
CREATE TABLE customers (id INT, name STRING, city INT) WITH ('connector' = 'mysql-cdc');
CREATE TABLE cities (id INT, city STRING) WITH ('connector' = 'mysql-cdc');
CREATE TABLE shops (id INT, shop STRING, closed BOOLEAN) WITH ('connector' = 'mysql-cdc');
CREATE TABLE dwd_order_wide (
  order_id INT,
  sku STRING,
  customer STRING,
  city STRING,
  shop STRING,
  line_total DECIMAL(20, 2),
  created_day STRING,
  PRIMARY KEY (order_id, sku) NOT ENFORCED
) WITH ('connector' = 'paimon');
INSERT INTO dwd_order_wide
SELECT
  o.id,
  l.sku,
  c.name AS customer,
  ci.city,
  sh.shop,
  l.qty * l.price AS line_total,
  DATE_FORMAT(o.created, 'yyyy-MM-dd')
FROM orders o
JOIN order_lines l ON l.order_id = o.id
LEFT JOIN customers c ON c.id = o.cust
LEFT JOIN cities ci ON ci.id = c.city
LEFT JOIN shops sh ON sh.id = o.shop AND sh.closed = FALSE
WHERE o.st <> 9;
