CREATE TABLE a (k INT, l INT, x INT) WITH ('connector' = 'kafka');
CREATE TABLE b (k INT, l INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE s (k INT, l INT, x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT k, b.l, x, y FROM a LEFT JOIN b USING (k, l);
