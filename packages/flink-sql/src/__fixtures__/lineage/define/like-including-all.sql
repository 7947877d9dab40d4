CREATE TABLE base (
  id BIGINT,
  ts_ms BIGINT,
  ts AS TO_TIMESTAMP_LTZ(ts_ms, 3),
  kafka_offset BIGINT METADATA FROM 'offset' VIRTUAL,
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'base');
-- Columns of the LIKE table come first.
CREATE TABLE derived (extra STRING) WITH ('topic' = 'derived') LIKE base;
CREATE TABLE s (a BIGINT, b BIGINT, c TIMESTAMP_LTZ(3), d BIGINT, e STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM derived;
