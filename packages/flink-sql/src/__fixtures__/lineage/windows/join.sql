CREATE TABLE lt (row_time TIMESTAMP(3), num INT, id STRING, WATERMARK FOR row_time AS row_time) WITH ('connector' = 'kafka');
CREATE TABLE rt (row_time TIMESTAMP(3), num INT, id STRING, WATERMARK FOR row_time AS row_time) WITH ('connector' = 'kafka');
CREATE TABLE s (l_num INT, l_id STRING, r_id STRING, ws TIMESTAMP(3)) WITH ('connector' = 'print');
INSERT INTO s
SELECT L.num, L.id, R.id, COALESCE(L.window_start, R.window_start)
FROM (SELECT * FROM TABLE(TUMBLE(TABLE lt, DESCRIPTOR(row_time), INTERVAL '5' MINUTES))) L
FULL JOIN (SELECT * FROM TABLE(TUMBLE(TABLE rt, DESCRIPTOR(row_time), INTERVAL '5' MINUTES))) R
ON L.num = R.num AND L.window_start = R.window_start AND L.window_end = R.window_end;
