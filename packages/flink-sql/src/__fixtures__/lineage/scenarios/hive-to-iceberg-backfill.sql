SET 'execution.runtime-mode' = 'batch';
CREATE CATALOG hive_prod WITH ('type' = 'generic_in_memory', 'default-database' = 'ods');
CREATE CATALOG ice WITH ('type' = 'generic_in_memory', 'default-database' = 'mart');
USE CATALOG hive_prod;
CREATE TABLE web_log (ip STRING, uri STRING, code INT, size_ BIGINT, ua STRING, dt STRING) PARTITIONED BY (dt) WITH ('connector' = 'filesystem', 'path' = '/warehouse/web_log', 'format' = 'orc');
CREATE TABLE ip_geo (cidr STRING, country STRING, city STRING) WITH ('connector' = 'filesystem', 'path' = '/warehouse/ip_geo', 'format' = 'orc');
USE CATALOG ice;
CREATE TABLE traffic (dt STRING, country STRING, path STRING, hits BIGINT, errors BIGINT, mb DOUBLE, top_ua STRING) PARTITIONED BY (dt) WITH ('connector' = 'iceberg');
INSERT OVERWRITE traffic PARTITION (dt = '2024-06-01')
WITH base AS (
  SELECT
    g.country,
    REGEXP_EXTRACT(l.uri, '^([^?]*)', 1) AS path,
    l.code,
    l.size_,
    l.ua
  FROM hive_prod.ods.web_log AS l
  LEFT JOIN hive_prod.ods.ip_geo AS g
    ON g.cidr = REGEXP_REPLACE(l.ip, '\.\d+$', '.0/24')
  WHERE l.dt = '2024-06-01' AND l.ua NOT LIKE '%bot%'
),
ua_rank AS (
  SELECT country, path, ua,
    ROW_NUMBER() OVER (PARTITION BY country, path ORDER BY COUNT(*) DESC) AS rn
  FROM base
  GROUP BY country, path, ua
)
SELECT
  b.country,
  b.path,
  COUNT(*),
  COUNT(*) FILTER (WHERE b.code >= 500),
  SUM(b.size_) / 1048576.0,
  MAX(u.ua)
FROM base AS b
LEFT JOIN ua_rank AS u ON b.country = u.country AND b.path = u.path AND u.rn = 1
GROUP BY b.country, b.path;
