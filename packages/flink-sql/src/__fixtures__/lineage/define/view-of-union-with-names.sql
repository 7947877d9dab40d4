CREATE TABLE a (x INT, y STRING) WITH ('connector' = 'kafka');
CREATE TABLE b (p INT, q STRING) WITH ('connector' = 'kafka');
CREATE VIEW both_ (num, txt) AS SELECT x, y FROM a UNION ALL SELECT p, q FROM b;
