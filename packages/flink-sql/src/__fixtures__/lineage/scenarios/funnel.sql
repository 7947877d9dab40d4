CREATE TABLE ev (uid STRING, step STRING, campaign STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE funnel (campaign STRING, viewed BIGINT, carted BIGINT, bought BIGINT, rate DOUBLE) WITH ('connector' = 'elasticsearch-7');
INSERT INTO funnel
SELECT
  campaign,
  COUNT(DISTINCT CASE WHEN step = 'view' THEN uid END) AS viewed,
  COUNT(DISTINCT uid) FILTER (WHERE step = 'cart') AS carted,
  SUM(IF(step = 'buy', 1, 0)) AS bought,
  CAST(SUM(IF(step = 'buy', 1, 0)) AS DOUBLE) / COUNT(*)
FROM ev
WHERE campaign IS NOT NULL
GROUP BY campaign;
