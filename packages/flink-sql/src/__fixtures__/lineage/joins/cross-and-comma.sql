CREATE TABLE a (id INT, x INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT x, y FROM a CROSS JOIN b;
-- A join written in WHERE is a filter: lineage tells what is written.
INSERT INTO s SELECT x, y FROM a, b WHERE a.id = b.id;
