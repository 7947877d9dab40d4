CREATE TABLE a (id INT, x INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE c WITH ('connector' = 'jdbc') AS SELECT * FROM a JOIN b ON a.id = b.id;
CREATE TABLE s (p INT, q INT) WITH ('connector' = 'print');
INSERT INTO s SELECT id0, y FROM c;
