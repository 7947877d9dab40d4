CREATE TABLE orders (id STRING, cur STRING, price DECIMAL(32, 2), ot TIMESTAMP(3), WATERMARK FOR ot AS ot - INTERVAL '15' SECOND) WITH ('connector' = 'kafka');
CREATE TABLE rates (cur STRING, rate DECIMAL(32, 4), ut TIMESTAMP(3) METADATA FROM 'value.source.timestamp' VIRTUAL, WATERMARK FOR ut AS ut, PRIMARY KEY (cur) NOT ENFORCED) WITH ('connector' = 'kafka', 'value.format' = 'debezium-json');
CREATE TABLE s (id STRING, eur DECIMAL(38, 6)) WITH ('connector' = 'print');
INSERT INTO s
SELECT o.id, o.price * r.rate
FROM orders AS o
LEFT JOIN rates FOR SYSTEM_TIME AS OF o.ot AS r ON o.cur = r.cur;
