CREATE TABLE orders (
  price DECIMAL(10, 2),
  qty INT,
  cost AS price * qty,
  half AS price / 2,
  buyer STRING
) WITH ('connector' = 'kafka');
CREATE TABLE s (cost DECIMAL(20, 2), tax DECIMAL(20, 2), buyer STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT cost, cost * 0.2, buyer FROM orders WHERE half > 1;
