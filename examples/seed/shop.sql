-- The database `shop`: run once, repeating it changes nothing.
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
CREATE TABLE IF NOT EXISTS orders (
  id BIGINT PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customers,
  status VARCHAR(20) NOT NULL,
  ordered_at TIMESTAMP(3) NOT NULL
);
CREATE TABLE IF NOT EXISTS order_items (
  order_id BIGINT NOT NULL REFERENCES orders,
  line INT NOT NULL,
  product_id BIGINT NOT NULL REFERENCES products,
  quantity INT NOT NULL,
  unit_price DECIMAL(10, 2) NOT NULL,
  PRIMARY KEY (order_id, line)
);

INSERT INTO customers
SELECT n,
       (ARRAY['Ada','Bo','Chen','Dina','Emeka','Fatma','Goran','Hana','Ivo','Jin'])[1 + n % 10]
         || ' ' || (ARRAY['Silva','Novak','Okoro','Weber','Sato'])[1 + n % 5],
       'customer' || n || '@example.com',
       (ARRAY['DE','FR','CN','NG','BR'])[1 + n % 5],
       TIMESTAMP '2025-01-01' + n * INTERVAL '3 hours'
FROM generate_series(1, 100) AS n
ON CONFLICT DO NOTHING;

INSERT INTO products
SELECT n,
       (ARRAY['Tea','Coffee','Mug','Kettle','Spoon'])[1 + n % 5] || ' No. ' || n,
       (ARRAY['drinks','drinks','kitchen','kitchen','kitchen'])[1 + n % 5],
       round((3 + n * 1.37)::numeric, 2)
FROM generate_series(1, 20) AS n
ON CONFLICT DO NOTHING;

INSERT INTO orders
SELECT n, 1 + n % 100,
       (ARRAY['new','paid','shipped','cancelled'])[1 + n % 4],
       TIMESTAMP '2026-01-01' + n * INTERVAL '17 minutes'
FROM generate_series(1, 500) AS n
ON CONFLICT DO NOTHING;

INSERT INTO order_items
SELECT o.id, l, p.id, 1 + (o.id + l) % 4, p.price
FROM orders AS o
CROSS JOIN generate_series(1, 2) AS l
JOIN products AS p ON p.id = 1 + (o.id * 7 + l) % 20
ON CONFLICT DO NOTHING;
