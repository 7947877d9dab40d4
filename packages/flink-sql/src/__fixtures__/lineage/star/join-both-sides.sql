CREATE TABLE a (id INT, x STRING) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, y STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (c1 INT, c2 STRING, c3 INT, c4 STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM a LEFT JOIN b ON a.id = b.id;
