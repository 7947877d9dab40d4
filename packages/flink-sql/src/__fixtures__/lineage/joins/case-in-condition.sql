CREATE TABLE a (t INT, x INT, y INT, v INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, w INT) WITH ('connector' = 'kafka');
CREATE TABLE s (v INT, w INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT a.v, b.w FROM a JOIN b ON CASE WHEN a.t = 1 THEN a.x ELSE a.y END = b.id
WHERE IF(a.t > 0, b.w, a.v) > 5;
