SET 'execution.runtime-mode' = 'batch';
CREATE TABLE sales (shop STRING, qty INT, price DOUBLE, opened DATE) WITH ('connector' = 'filesystem', 'path' = '/s', 'format' = 'csv');
CREATE TABLE ranked (shop STRING, revenue DOUBLE) WITH ('connector' = 'print');
INSERT INTO ranked
SELECT shop, qty * price AS revenue FROM sales ORDER BY revenue DESC, 1 ASC LIMIT 5;
