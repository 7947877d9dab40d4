CREATE TABLE ticker (symbol STRING, rowtime TIMESTAMP(3), price DOUBLE, vol INT, WATERMARK FOR rowtime AS rowtime) WITH ('connector' = 'kafka');
CREATE TABLE s (symbol STRING, avg_price DOUBLE, n INT, spread DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT T.symbol, T.avg_price, T.total_vol, T.spread
FROM ticker
MATCH_RECOGNIZE (
  PARTITION BY symbol
  ORDER BY rowtime
  MEASURES
    AVG(A.price) AS avg_price,
    SUM(A.vol) AS total_vol,
    LAST(A.price) - FIRST(A.price) AS spread
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A+ B) WITHIN INTERVAL '1' HOUR
  DEFINE A AS AVG(A.price) < 15
) AS T
WHERE T.total_vol > 100;
