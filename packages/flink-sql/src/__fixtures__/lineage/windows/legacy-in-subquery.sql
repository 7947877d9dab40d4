CREATE TABLE e (k STRING, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, at_ TIMESTAMP(3), total INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT k, at_, total FROM (
  SELECT k, HOP_START(ts, INTERVAL '5' MINUTE, INTERVAL '1' HOUR) AS at_, SUM(v) AS total
  FROM e GROUP BY HOP(ts, INTERVAL '5' MINUTE, INTERVAL '1' HOUR), k
) AS w WHERE total > 10;
