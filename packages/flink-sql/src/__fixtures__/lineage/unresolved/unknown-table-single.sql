-- Nobody defined ods_orders: its columns are what the query says.
CREATE TABLE s (id INT, total DOUBLE) WITH ('connector' = 'print');
INSERT INTO s SELECT order_id, SUM(amount) FROM ods_orders WHERE dt = '2024-01-01' GROUP BY order_id;
