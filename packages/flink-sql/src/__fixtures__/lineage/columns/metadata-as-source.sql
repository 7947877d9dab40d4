CREATE TABLE topic_in (
  id STRING,
  event_time TIMESTAMP_LTZ(3) METADATA FROM 'timestamp',
  part INT METADATA FROM 'partition' VIRTUAL,
  `offset` BIGINT METADATA VIRTUAL,
  hdrs MAP<STRING, BYTES> METADATA FROM 'headers' VIRTUAL
) WITH ('connector' = 'kafka', 'topic' = 'in', 'format' = 'avro');
CREATE TABLE audit (id STRING, at_ TIMESTAMP_LTZ(3), pos STRING, trace STRING) WITH ('connector' = 'print');
INSERT INTO audit
SELECT id, event_time, CAST(part AS STRING) || ':' || CAST(`offset` AS STRING), DECODE(hdrs['trace'], 'UTF-8')
FROM topic_in;
