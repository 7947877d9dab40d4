CREATE TABLE e (k STRING, v INT, ts TIMESTAMP(3), ok BOOLEAN, WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, we TIMESTAMP(3), v INT) WITH ('connector' = 'print');
INSERT INTO s
WITH good AS (SELECT UPPER(k) AS k2, v, ts AS t2 FROM e WHERE ok)
SELECT k2, window_end, SUM(v)
FROM TABLE(TUMBLE(TABLE good, DESCRIPTOR(t2), INTERVAL '1' MINUTE))
GROUP BY k2, window_start, window_end;
INSERT INTO s
SELECT k, window_end, COUNT(v)
FROM TABLE(TUMBLE((SELECT k, v, ts FROM e WHERE ok), DESCRIPTOR(ts), INTERVAL '1' MINUTE))
GROUP BY k, window_start, window_end;
