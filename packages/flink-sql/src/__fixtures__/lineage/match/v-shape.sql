CREATE TABLE ticker (symbol STRING, rowtime TIMESTAMP(3), price DOUBLE, tax DOUBLE, WATERMARK FOR rowtime AS rowtime) WITH ('connector' = 'kafka');
CREATE TABLE s (symbol STRING, start_ts TIMESTAMP(3), bottom_ts TIMESTAMP(3), end_ts TIMESTAMP(3), low_tax DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT symbol, start_tstamp, bottom_tstamp, end_tstamp, low_tax
FROM ticker
MATCH_RECOGNIZE (
  PARTITION BY symbol
  ORDER BY rowtime
  MEASURES
    START_ROW.rowtime AS start_tstamp,
    LAST(PRICE_DOWN.rowtime) AS bottom_tstamp,
    LAST(PRICE_UP.rowtime) AS end_tstamp,
    LAST(PRICE_DOWN.tax) AS low_tax
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO LAST PRICE_UP
  PATTERN (START_ROW PRICE_DOWN+ PRICE_UP)
  DEFINE
    PRICE_DOWN AS (LAST(PRICE_DOWN.price, 1) IS NULL AND PRICE_DOWN.price < START_ROW.price) OR PRICE_DOWN.price < LAST(PRICE_DOWN.price, 1),
    PRICE_UP AS PRICE_UP.price > LAST(PRICE_DOWN.price, 1)
) AS mr;
