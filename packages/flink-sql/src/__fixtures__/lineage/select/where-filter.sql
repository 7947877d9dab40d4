CREATE TABLE payments (payment_id STRING, status STRING, amount DOUBLE, fee DOUBLE, currency STRING) WITH ('connector' = 'kafka');
CREATE TABLE settled (payment_id STRING, amount DOUBLE) WITH ('connector' = 'kafka');
INSERT INTO settled
SELECT payment_id, amount
FROM payments
WHERE status = 'SETTLED'
  AND amount - fee > 0
  AND currency IN ('EUR', 'USD');
