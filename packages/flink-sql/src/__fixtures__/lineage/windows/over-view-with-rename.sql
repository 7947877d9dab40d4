-- The DESCRIPTOR names a column of a view; the base column is behind it.
CREATE TABLE raw_events (id STRING, event_ms BIGINT, ets TIMESTAMP(3), v INT, WATERMARK FOR ets AS ets) WITH ('connector' = 'kafka');
CREATE TEMPORARY VIEW events AS SELECT id AS device, ets AS at_, v FROM raw_events WHERE v >= 0;
CREATE TABLE s (device STRING, ws TIMESTAMP(3), m INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT device, window_start, MAX(v)
FROM TABLE(TUMBLE(TABLE events, DESCRIPTOR(at_), INTERVAL '1' MINUTE))
GROUP BY device, window_start, window_end;
