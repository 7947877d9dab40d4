CREATE TABLE a (x INT, y INT, z INT) WITH ('connector' = 'jdbc');
CREATE TABLE b (p INT, q INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (z INT) WITH ('connector' = 'print');
INSERT INTO s SELECT z FROM a WHERE (x, y) IN (SELECT p, q FROM b);
INSERT INTO s SELECT z FROM a WHERE x >= ALL (SELECT q FROM b WHERE p = 1);
