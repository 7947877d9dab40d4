-- A list of names in CTAS reorders by name.
CREATE TABLE src (a INT, b INT, c INT) WITH ('connector' = 'kafka');
CREATE TABLE dst (c, a, b) WITH ('connector' = 'jdbc') AS SELECT * FROM src;
CREATE TABLE s (x INT, y INT, z INT) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM dst;
