CREATE TABLE ticks (sym STRING, px DOUBLE, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE s (sym STRING, px DOUBLE, delta DOUBLE, opened DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT
  sym,
  px,
  px - LAG(px, 1) OVER (PARTITION BY sym ORDER BY ts),
  FIRST_VALUE(px) OVER (PARTITION BY sym ORDER BY ts)
FROM ticks;
