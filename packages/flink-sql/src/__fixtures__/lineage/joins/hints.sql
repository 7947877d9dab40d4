CREATE TABLE a (id INT, x INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s /*+ OPTIONS('sink.parallelism' = '2') */
SELECT /*+ BROADCAST(b), STATE_TTL('a' = '1d', 'b' = '2d') */ a.x, b.y
FROM a /*+ OPTIONS('scan.startup.mode' = 'earliest-offset') */
JOIN b /*+ OPTIONS('scan.startup.mode' = 'latest-offset') */ AS b ON a.id = b.id;
