CREATE TABLE orders (id INT, v INT) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, b INT) WITH ('connector' = 'print');
INSERT INTO s SELECT O.id, o.v FROM orders AS o;
