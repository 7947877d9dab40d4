CREATE TABLE clicks (
  uid STRING,
  url STRING,
  referer STRING,
  ua STRING,
  click_ms BIGINT,
  click_time AS TO_TIMESTAMP_LTZ(click_ms, 3),
  WATERMARK FOR click_time AS click_time - INTERVAL '20' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'clicks', 'format' = 'json');
CREATE TABLE bots (ua_prefix STRING, active BOOLEAN) WITH ('connector' = 'jdbc');
CREATE TABLE sessions (
  uid STRING,
  began TIMESTAMP_LTZ(3),
  ended TIMESTAMP_LTZ(3),
  landing STRING,
  pages BIGINT,
  from_search BOOLEAN
) WITH ('connector' = 'iceberg');
CREATE TEMPORARY VIEW human_clicks AS
SELECT uid, url, referer, click_time
FROM clicks
WHERE LEFT(ua, 5) NOT IN (SELECT ua_prefix FROM bots WHERE active);
INSERT INTO sessions
SELECT
  uid,
  window_start,
  window_end,
  FIRST_VALUE(url),
  COUNT(DISTINCT url),
  MAX(CASE WHEN referer LIKE '%google%' THEN 1 ELSE 0 END) = 1
FROM TABLE(
  SESSION(TABLE human_clicks PARTITION BY uid, DESCRIPTOR(click_time), INTERVAL '30' MINUTES))
GROUP BY uid, window_start, window_end;
