CREATE TABLE orders (id INT, uid INT) WITH ('connector' = 'kafka');
CREATE TABLE blocked (uid INT, since_ DATE) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT) WITH ('connector' = 'print');
INSERT INTO s SELECT id FROM orders WHERE uid NOT IN (SELECT uid FROM blocked);
