CREATE TABLE orders (id BIGINT, uid BIGINT, amount DOUBLE, st STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (uid BIGINT, total DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
WITH paid AS (
  SELECT uid, amount FROM orders WHERE st = 'PAID'
)
SELECT uid, SUM(amount) FROM paid GROUP BY uid;
