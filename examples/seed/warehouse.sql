-- The database `warehouse`: run once, repeating it changes nothing. Jobs fill the tables.
CREATE TABLE IF NOT EXISTS customers (
  id BIGINT PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(200),
  country VARCHAR(2),
  created_at TIMESTAMP(3)
);
CREATE TABLE IF NOT EXISTS products (
  id BIGINT PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  category VARCHAR(50),
  price DECIMAL(10, 2) NOT NULL
);
CREATE TABLE IF NOT EXISTS orders_per_minute (
  window_start TIMESTAMP(3) NOT NULL,
  product_id BIGINT NOT NULL,
  orders BIGINT NOT NULL,
  revenue DECIMAL(20, 2) NOT NULL,
  PRIMARY KEY (window_start, product_id)
);
CREATE TABLE IF NOT EXISTS large_orders (
  order_id BIGINT PRIMARY KEY,
  customer_id BIGINT NOT NULL,
  amount DECIMAL(10, 2) NOT NULL,
  order_time TIMESTAMP(3) NOT NULL
);
