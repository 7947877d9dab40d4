CREATE TABLE sales (y INT, m INT, d INT, shop STRING, amount DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE by_time (y INT, m INT, d INT, amount DOUBLE) WITH ('connector' = 'print');
CREATE TABLE by_shop (y INT, shop STRING, n BIGINT) WITH ('connector' = 'print');
INSERT INTO by_time SELECT y, m, d, SUM(amount) FROM sales GROUP BY ROLLUP (y, m, d);
INSERT INTO by_shop SELECT y, shop, COUNT(d) FROM sales GROUP BY CUBE (y, shop);
