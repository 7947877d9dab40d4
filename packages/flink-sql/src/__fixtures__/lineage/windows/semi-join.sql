CREATE TABLE lt (row_time TIMESTAMP(3), num INT, WATERMARK FOR row_time AS row_time) WITH ('connector' = 'kafka');
CREATE TABLE rt (row_time TIMESTAMP(3), num INT, WATERMARK FOR row_time AS row_time) WITH ('connector' = 'kafka');
CREATE TABLE s (num INT, ws TIMESTAMP(3)) WITH ('connector' = 'print');
INSERT INTO s
SELECT num, window_start
FROM (SELECT * FROM TABLE(TUMBLE(TABLE lt, DESCRIPTOR(row_time), INTERVAL '5' MINUTES))) L
WHERE EXISTS (
  SELECT * FROM (
    SELECT * FROM TABLE(TUMBLE(TABLE rt, DESCRIPTOR(row_time), INTERVAL '5' MINUTES))
  ) R WHERE L.num = R.num AND L.window_start = R.window_start AND L.window_end = R.window_end);
