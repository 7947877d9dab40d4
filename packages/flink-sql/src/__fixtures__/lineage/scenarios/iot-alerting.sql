CREATE TABLE readings (
  device STRING,
  metric STRING,
  val DOUBLE,
  ts TIMESTAMP_LTZ(3),
  loc ROW<site STRING, lat DOUBLE, lon DOUBLE>,
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'iot', 'format' = 'avro');
CREATE TABLE limits (
  device STRING,
  metric STRING,
  lo DOUBLE,
  hi DOUBLE,
  PRIMARY KEY (device, metric) NOT ENFORCED
) WITH ('connector' = 'jdbc', 'table-name' = 'limits');
CREATE TABLE alarms (
  site STRING,
  device STRING,
  metric STRING,
  minute_ TIMESTAMP_LTZ(3),
  peak DOUBLE,
  severity STRING
) WITH ('connector' = 'kafka');
CREATE VIEW per_minute AS
SELECT
  device,
  metric,
  loc.site AS site,
  window_start AS minute_,
  MAX(val) AS peak,
  MIN(val) AS low,
  PROCTIME() AS pt
FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(ts), INTERVAL '1' MINUTE))
GROUP BY device, metric, loc.site, window_start, window_end;
INSERT INTO alarms
SELECT
  m.site,
  m.device,
  m.metric,
  m.minute_,
  GREATEST(m.peak, -m.low),
  IF(m.peak > l.hi * 2, 'CRITICAL', 'WARN')
FROM per_minute AS m
JOIN limits FOR SYSTEM_TIME AS OF m.pt AS l
  ON m.device = l.device AND m.metric = l.metric
WHERE m.peak > l.hi OR m.low < l.lo;
