CREATE TABLE bids (bidtime TIMESTAMP(3), price DOUBLE, item STRING, WATERMARK FOR bidtime AS bidtime) WITH ('connector' = 'kafka');
CREATE TABLE s (bidtime TIMESTAMP(3), price DOUBLE, item STRING, we TIMESTAMP(3)) WITH ('connector' = 'print');
INSERT INTO s
SELECT bidtime, price, item, window_end FROM (
  SELECT bidtime, price, item, window_start, window_end,
    ROW_NUMBER() OVER (PARTITION BY window_start, window_end, item ORDER BY bidtime DESC) AS rn
  FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(bidtime), INTERVAL '10' MINUTES))
) WHERE rn = 1;
