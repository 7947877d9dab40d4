CREATE TABLE bids (bidtime TIMESTAMP(3), price DOUBLE, item STRING, supplier STRING, WATERMARK FOR bidtime AS bidtime) WITH ('connector' = 'kafka');
CREATE TABLE s (ws TIMESTAMP(3), supplier STRING, price DOUBLE, cnt BIGINT, rownum BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT window_start, supplier, price, cnt, rownum FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY price DESC) AS rownum
  FROM (
    SELECT window_start, window_end, supplier, SUM(price) AS price, COUNT(*) AS cnt
    FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(bidtime), INTERVAL '10' MINUTES))
    GROUP BY window_start, window_end, supplier
  )
) WHERE rownum <= 3;
