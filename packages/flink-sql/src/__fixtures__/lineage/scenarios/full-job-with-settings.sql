-- Job: order facts and three aggregates
-- Owner: team trade; questions to trade@example.com
SET 'pipeline.name' = 'trade-facts';
SET 'execution.checkpointing.interval' = '1 min';
SET 'table.exec.state.ttl' = '36 h';
ADD JAR '/opt/udf/trade-udf.jar';
CREATE TEMPORARY FUNCTION IF NOT EXISTS bucket_of AS 'com.example.udf.BucketOf' LANGUAGE JAVA;

CREATE TEMPORARY TABLE order_src (
  `after` ROW<
    id BIGINT,
    buyer_id BIGINT,
    shop_id BIGINT,
    total DECIMAL(12, 2),
    coupon DECIMAL(12, 2),
    status INT,
    created_at BIGINT
  >,
  op STRING,
  event_ts TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  proc_time AS PROCTIME(),
  WATERMARK FOR event_ts AS event_ts - INTERVAL '30' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'mysql.trade.orders',
  'format' = 'json'
);

CREATE TEMPORARY TABLE shop_dim (
  shop_id BIGINT,
  shop_name STRING,
  region STRING,
  level INT,
  PRIMARY KEY (shop_id) NOT ENFORCED
) WITH ('connector' = 'jdbc', 'table-name' = 'shop');

CREATE TEMPORARY TABLE fact (
  order_id BIGINT,
  buyer_bucket INT,
  region STRING,
  pay DECIMAL(13, 2),
  created_at TIMESTAMP_LTZ(3)
) WITH ('connector' = 'doris');
CREATE TEMPORARY TABLE by_region (w_end TIMESTAMP_LTZ(3), region STRING, orders BIGINT, pay DECIMAL(38, 2)) WITH ('connector' = 'doris');
CREATE TEMPORARY TABLE big_spenders (buyer_id BIGINT, pay DECIMAL(38, 2)) WITH ('connector' = 'kafka');

CREATE TEMPORARY VIEW valid_orders AS
SELECT
  t.`after`.id AS order_id,
  t.`after`.buyer_id AS buyer_id,
  t.`after`.shop_id AS shop_id,
  t.`after`.total - COALESCE(t.`after`.coupon, 0) AS pay,
  TO_TIMESTAMP_LTZ(t.`after`.created_at, 3) AS created_at,
  t.event_ts,
  t.proc_time
FROM order_src AS t
WHERE t.op IN ('c', 'u') AND t.`after`.status NOT IN (0, 9);

BEGIN STATEMENT SET;
INSERT INTO fact
SELECT v.order_id, bucket_of(v.buyer_id, 64), d.region, v.pay, v.created_at
FROM valid_orders AS v
LEFT JOIN shop_dim FOR SYSTEM_TIME AS OF v.proc_time AS d ON v.shop_id = d.shop_id;
INSERT INTO by_region
SELECT window_end, region, COUNT(DISTINCT order_id), SUM(pay)
FROM (
  SELECT w.window_start, w.window_end, w.order_id, w.pay, d.region
  FROM TABLE(TUMBLE(TABLE valid_orders, DESCRIPTOR(event_ts), INTERVAL '1' MINUTE)) AS w
  JOIN shop_dim AS d ON w.shop_id = d.shop_id AND d.level > 1
)
GROUP BY window_start, window_end, region;
INSERT INTO big_spenders
SELECT buyer_id, SUM(pay) FROM valid_orders GROUP BY buyer_id HAVING SUM(pay) > 10000;
END;
