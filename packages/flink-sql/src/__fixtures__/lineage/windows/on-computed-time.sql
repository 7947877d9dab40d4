CREATE TABLE logs (
  app STRING,
  epoch_ms BIGINT,
  ts AS TO_TIMESTAMP_LTZ(epoch_ms, 3),
  octets BIGINT,
  WATERMARK FOR ts AS ts - INTERVAL '3' SECOND
) WITH ('connector' = 'kafka');
CREATE TABLE s (app STRING, ws TIMESTAMP_LTZ(3), octets BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT app, window_start, SUM(octets)
FROM TABLE(TUMBLE(TABLE logs, DESCRIPTOR(ts), INTERVAL '10' SECOND))
GROUP BY app, window_start, window_end;
