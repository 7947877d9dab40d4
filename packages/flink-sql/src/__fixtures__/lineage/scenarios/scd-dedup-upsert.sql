CREATE TABLE changes (
  cust_id BIGINT,
  name STRING,
  addr ROW<street STRING, city STRING>,
  seq BIGINT,
  op STRING,
  event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time
) WITH ('connector' = 'kafka');
CREATE TABLE dim_customer (
  cust_id BIGINT,
  name STRING,
  city STRING,
  valid_from TIMESTAMP(3),
  PRIMARY KEY (cust_id) NOT ENFORCED
) WITH ('connector' = 'starrocks');
INSERT INTO dim_customer
SELECT cust_id, name, addr.city, event_time
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY cust_id ORDER BY event_time DESC, seq DESC) AS rn
  FROM changes
  WHERE op <> 'D'
)
WHERE rn = 1;
