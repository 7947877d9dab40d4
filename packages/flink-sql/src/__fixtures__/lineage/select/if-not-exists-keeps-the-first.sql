CREATE TABLE t (a INT, b STRING) WITH ('connector' = 'kafka');
CREATE TABLE IF NOT EXISTS t (b STRING, a INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM t;
