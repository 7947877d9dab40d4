CREATE TABLE inventory (sku STRING, qty INT, wh STRING) WITH ('connector' = 'paimon');
CREATE TABLE s (sku STRING, before_ INT, now_ INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT n.sku, o.qty, n.qty
FROM inventory AS n
LEFT JOIN inventory FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00' AS o ON n.sku = o.sku
WHERE n.wh = 'A';
INSERT INTO s
SELECT sku, qty, qty * 2 FROM inventory /*+ OPTIONS('scan.snapshot-id' = '42') */;
