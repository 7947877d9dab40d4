CREATE TABLE e (id INT, payload ROW<u ROW<uid INT, name STRING>, n INT>) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, uid INT, name STRING) WITH ('connector' = 'print');
CREATE TABLE s2 (u ROW<uid INT, name STRING>, n INT) WITH ('connector' = 'print');
INSERT INTO s SELECT id, payload.u.* FROM e;
INSERT INTO s2 SELECT e.payload.* FROM e;
