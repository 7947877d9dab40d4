CREATE TABLE clicks (uid INT, item INT, pt AS PROCTIME()) WITH ('connector' = 'kafka');
CREATE TABLE users (uid INT, seg STRING) WITH ('connector' = 'redis');
CREATE TABLE items (item INT, cat INT) WITH ('connector' = 'jdbc');
CREATE TABLE cats (cat INT, label STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (uid INT, seg STRING, label STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT c.uid, u.seg, k.label
FROM clicks c
LEFT JOIN users FOR SYSTEM_TIME AS OF c.pt AS u ON c.uid = u.uid
LEFT JOIN items FOR SYSTEM_TIME AS OF c.pt AS i ON c.item = i.item
LEFT JOIN cats FOR SYSTEM_TIME AS OF c.pt AS k ON i.cat = k.cat;
