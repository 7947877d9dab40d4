CREATE TABLE base (
  id BIGINT,
  ts_ms BIGINT,
  ts AS TO_TIMESTAMP_LTZ(ts_ms, 3),
  off_ BIGINT METADATA FROM 'offset' VIRTUAL,
  v DOUBLE,
  WATERMARK FOR ts AS ts
) WITH ('connector' = 'kafka');
CREATE TABLE no_generated WITH ('connector' = 'jdbc') LIKE base (EXCLUDING GENERATED EXCLUDING WATERMARKS EXCLUDING OPTIONS);
CREATE TABLE no_metadata WITH ('connector' = 'jdbc') LIKE base (EXCLUDING METADATA EXCLUDING OPTIONS);
CREATE TABLE s (a BIGINT, b BIGINT, c DOUBLE) WITH ('connector' = 'print');
INSERT INTO s SELECT id, off_, v FROM no_generated;
INSERT INTO no_metadata SELECT id, ts_ms, v FROM base;
INSERT INTO s SELECT ts_ms, id, v FROM no_metadata WHERE ts IS NOT NULL;
