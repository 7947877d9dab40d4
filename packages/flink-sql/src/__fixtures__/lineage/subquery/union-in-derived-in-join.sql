CREATE TABLE a (id INT, v INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, v INT) WITH ('connector' = 'kafka');
CREATE TABLE d (id INT, label STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (label STRING, v INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT d.label, u.v
FROM (SELECT id, v FROM a WHERE v > 0 UNION ALL SELECT id, -v FROM b) AS u
JOIN d ON u.id = d.id;
