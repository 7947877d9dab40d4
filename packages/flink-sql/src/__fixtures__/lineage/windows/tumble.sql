CREATE TABLE bids (bidtime TIMESTAMP(3), price DECIMAL(10, 2), item STRING, bidder STRING, WATERMARK FOR bidtime AS bidtime - INTERVAL '5' SECOND) WITH ('connector' = 'kafka');
CREATE TABLE s (ws TIMESTAMP(3), we TIMESTAMP(3), item STRING, total DECIMAL(38, 2), n BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT window_start, window_end, item, SUM(price), COUNT(*)
FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(bidtime), INTERVAL '10' MINUTES))
GROUP BY window_start, window_end, item;
