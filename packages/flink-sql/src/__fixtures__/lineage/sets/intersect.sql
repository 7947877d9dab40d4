CREATE TABLE a (x INT, y INT) WITH ('connector' = 'jdbc');
CREATE TABLE b (p INT, q INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (v INT, w INT) WITH ('connector' = 'print');
INSERT INTO s SELECT x, y * 2 FROM a INTERSECT SELECT q, p FROM b;
