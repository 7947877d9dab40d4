SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (region STRING, shop STRING, amt DOUBLE) WITH ('connector' = 'jdbc');
CREATE TABLE s (region STRING, shop STRING, share DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT region, shop, SUM(amt) / SUM(SUM(amt)) OVER (PARTITION BY region)
FROM t GROUP BY region, shop;
