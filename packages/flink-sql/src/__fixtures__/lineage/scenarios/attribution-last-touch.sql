CREATE TABLE touches (uid STRING, channel STRING, cost DOUBLE, t TIMESTAMP(3), WATERMARK FOR t AS t) WITH ('connector' = 'kafka');
CREATE TABLE buys (uid STRING, order_id STRING, amount DOUBLE, b TIMESTAMP(3), WATERMARK FOR b AS b) WITH ('connector' = 'kafka');
CREATE TABLE attribution (order_id STRING, channel STRING, amount DOUBLE, cost DOUBLE) WITH ('connector' = 'print');
INSERT INTO attribution
SELECT order_id, channel, amount, cost
FROM (
  SELECT
    b.order_id,
    t.channel,
    b.amount,
    t.cost,
    ROW_NUMBER() OVER (PARTITION BY b.order_id ORDER BY t.t DESC) AS rn
  FROM buys AS b
  JOIN touches AS t
    ON b.uid = t.uid
   AND t.t BETWEEN b.b - INTERVAL '7' DAY AND b.b
) WHERE rn = 1;
