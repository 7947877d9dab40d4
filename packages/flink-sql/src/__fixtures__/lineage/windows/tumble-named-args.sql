CREATE TABLE bids (bidtime TIMESTAMP(3), price DECIMAL(10, 2), item STRING, WATERMARK FOR bidtime AS bidtime) WITH ('connector' = 'kafka');
CREATE TABLE s (we TIMESTAMP(3), best DECIMAL(10, 2)) WITH ('connector' = 'print');
INSERT INTO s
SELECT window_end, MAX(price)
FROM TUMBLE(
  DATA => TABLE bids,
  TIMECOL => DESCRIPTOR(bidtime),
  SIZE => INTERVAL '1' HOUR,
  `OFFSET` => INTERVAL '15' MINUTES)
WHERE item LIKE 'A%'
GROUP BY window_start, window_end;
