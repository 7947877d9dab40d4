CREATE TABLE orders (id BIGINT, status STRING, amount DOUBLE, refund DOUBLE, vip BOOLEAN) WITH ('connector' = 'kafka');
CREATE TABLE s (id BIGINT, net DOUBLE, label STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT
  id,
  CASE WHEN status = 'REFUNDED' THEN amount - refund WHEN vip THEN amount * 0.9 ELSE amount END,
  CASE WHEN amount > 100 THEN 'big' ELSE 'small' END
FROM orders;
