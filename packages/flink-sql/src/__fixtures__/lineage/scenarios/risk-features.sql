CREATE TABLE txn (
  txn_id STRING,
  card STRING,
  merchant STRING,
  mcc STRING,
  amount DOUBLE,
  device ROW<id STRING, os STRING, geo ROW<lat DOUBLE, lon DOUBLE>>,
  ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'txn');
CREATE TABLE blacklist (kind STRING, val STRING) WITH ('connector' = 'jdbc');
CREATE TABLE features (
  txn_id STRING,
  amt_1h DOUBLE,
  cnt_1h BIGINT,
  avg_merchant DOUBLE,
  prev_device STRING,
  device_changed BOOLEAN,
  is_round BOOLEAN,
  risk STRING
) WITH ('connector' = 'kafka', 'topic' = 'features');
INSERT INTO features
SELECT
  f.txn_id,
  f.amt_1h,
  f.cnt_1h,
  f.avg_merchant,
  f.prev_device,
  f.prev_device <> f.device_id,
  MOD(CAST(f.amount AS INT), 100) = 0,
  CASE
    WHEN f.amt_1h > 5000 AND f.cnt_1h > 10 THEN 'HIGH'
    WHEN f.amount > 3 * f.avg_merchant THEN 'MID'
    ELSE 'LOW'
  END
FROM (
  SELECT
    txn_id,
    amount,
    t.device.id AS device_id,
    MAX(amount) OVER last_hour AS amt_1h,
    COUNT(*) OVER last_hour AS cnt_1h,
    MIN(amount) OVER (PARTITION BY merchant ORDER BY ts) AS avg_merchant,
    LAG(t.device.id) OVER (PARTITION BY card ORDER BY ts) AS prev_device
  FROM txn AS t
  WHERE NOT EXISTS (SELECT 1 FROM blacklist AS b WHERE b.kind = 'merchant' AND b.val = t.merchant)
  WINDOW last_hour AS (PARTITION BY card ORDER BY ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW)
) AS f;
