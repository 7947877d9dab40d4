CREATE TABLE imp (ad STRING, it TIMESTAMP(3), WATERMARK FOR it AS it) WITH ('connector' = 'kafka');
CREATE TABLE clk (ad STRING, ct TIMESTAMP(3), who STRING, WATERMARK FOR ct AS ct) WITH ('connector' = 'kafka');
CREATE TABLE s (ad STRING, who STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT i.ad, c.who FROM imp i, clk c
WHERE i.ad = c.ad AND c.ct >= i.it AND c.ct < i.it + INTERVAL '10' MINUTE;
