CREATE TABLE kafka_in (
  k STRING,
  v DOUBLE,
  doubled AS v * 2,
  kafka_ts TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  `partition` INT METADATA VIRTUAL,
  proc AS PROCTIME(),
  WATERMARK FOR kafka_ts AS kafka_ts - INTERVAL '1' SECOND
) WITH ('connector' = 'kafka');
CREATE TABLE out_t (k STRING, v DOUBLE, d DOUBLE, ts TIMESTAMP_LTZ(3), p INT, pt TIMESTAMP_LTZ(3)) WITH ('connector' = 'print');
INSERT INTO out_t SELECT * FROM kafka_in;
