-- Names are case-sensitive: Orders is not orders.
CREATE TABLE orders (id INT, v INT) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, b INT) WITH ('connector' = 'print');
INSERT INTO s SELECT Id, V FROM Orders;
