-- Computed and VIRTUAL columns of a sink take no value; plain METADATA does.
CREATE TABLE src (k STRING, h MAP<STRING, BYTES>, v DOUBLE, t TIMESTAMP_LTZ(3)) WITH ('connector' = 'kafka');
CREATE TABLE snk (
  k STRING,
  upper_k AS UPPER(k),
  hdr MAP<STRING, BYTES> METADATA FROM 'headers',
  `offset` BIGINT METADATA VIRTUAL,
  v DOUBLE,
  wt TIMESTAMP_LTZ(3) METADATA FROM 'timestamp'
) WITH ('connector' = 'kafka');
INSERT INTO snk SELECT k, h, v * 2, t FROM src;
INSERT INTO snk (wt, k) SELECT t, k FROM src;
