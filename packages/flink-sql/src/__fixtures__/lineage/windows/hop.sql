CREATE TABLE sensor (dev STRING, temp DOUBLE, ts TIMESTAMP_LTZ(3), WATERMARK FOR ts AS ts - INTERVAL '1' MINUTE) WITH ('connector' = 'kafka');
CREATE TABLE s (dev STRING, from_ TIMESTAMP_LTZ(3), avg_temp DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT dev, window_start, AVG(temp)
FROM TABLE(HOP(TABLE sensor, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '1' HOUR))
GROUP BY dev, window_start, window_end
HAVING MAX(temp) > 80;
