CREATE TABLE clicks (uid STRING, page STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE sessions (uid STRING, began TIMESTAMP(3), ended TIMESTAMP(3), pages BIGINT) WITH ('connector' = 'print');
INSERT INTO sessions
SELECT uid, window_start, window_end, COUNT(DISTINCT page)
FROM TABLE(SESSION(TABLE clicks PARTITION BY uid, DESCRIPTOR(ts), INTERVAL '30' MINUTES))
GROUP BY uid, window_start, window_end;
