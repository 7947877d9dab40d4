CREATE TABLE orders (id STRING, order_time TIMESTAMP(3), WATERMARK FOR order_time AS order_time) WITH ('connector' = 'kafka');
CREATE TABLE shipments (order_id STRING, ship_time TIMESTAMP(3), carrier STRING, WATERMARK FOR ship_time AS ship_time) WITH ('connector' = 'kafka');
CREATE TABLE s (id STRING, carrier STRING, wait_s INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT o.id, s.carrier, TIMESTAMPDIFF(SECOND, o.order_time, s.ship_time)
FROM orders o
LEFT JOIN shipments s
ON o.id = s.order_id AND s.ship_time BETWEEN o.order_time AND o.order_time + INTERVAL '4' HOUR;
