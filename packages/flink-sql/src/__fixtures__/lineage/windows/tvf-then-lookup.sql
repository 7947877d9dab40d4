CREATE TABLE txn (card STRING, amt DOUBLE, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE cards (card STRING, holder STRING, lim DOUBLE) WITH ('connector' = 'jdbc');
CREATE TABLE s (holder STRING, spent DOUBLE, over_limit BOOLEAN) WITH ('connector' = 'print');
INSERT INTO s
SELECT c.holder, w.spent, w.spent > c.lim
FROM (
  SELECT card, SUM(amt) AS spent, PROCTIME() AS pt
  FROM TABLE(TUMBLE(TABLE txn, DESCRIPTOR(ts), INTERVAL '1' HOUR))
  GROUP BY card, window_start, window_end
) AS w
JOIN cards FOR SYSTEM_TIME AS OF w.pt AS c ON w.card = c.card;
