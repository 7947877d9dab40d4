CREATE TABLE eu (id INT, total DOUBLE, vat DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE us (order_no INT, sum_ DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, total DOUBLE, region STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, total + vat, 'EU' FROM eu
UNION ALL
SELECT order_no, sum_, 'US' FROM us WHERE sum_ > 0;
