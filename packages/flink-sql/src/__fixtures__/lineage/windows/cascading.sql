CREATE TABLE bids (bidtime TIMESTAMP(3), price DOUBLE, supplier STRING, WATERMARK FOR bidtime AS bidtime) WITH ('connector' = 'kafka');
CREATE VIEW window1 AS
SELECT window_start AS s1, window_end AS e1, window_time AS rowtime, SUM(price) AS partial_price
FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(bidtime), INTERVAL '5' MINUTES))
GROUP BY supplier, window_start, window_end, window_time;
CREATE TABLE s (ws TIMESTAMP(3), total DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT window_start, SUM(partial_price)
FROM TABLE(TUMBLE(TABLE window1, DESCRIPTOR(rowtime), INTERVAL '10' MINUTES))
GROUP BY window_start, window_end;
