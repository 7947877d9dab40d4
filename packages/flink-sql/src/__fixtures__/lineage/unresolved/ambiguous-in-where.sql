CREATE TABLE a (id INT, st INT) WITH ('connector' = 'kafka');
CREATE TABLE b (aid INT, st INT) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT id FROM a JOIN b ON id = aid
WHERE st > 3 AND a.st < 9;
