CREATE TABLE raw_clicks (uid STRING, url STRING, ts BIGINT) WITH ('connector' = 'kafka');
CREATE TABLE s (uid STRING, host STRING, n BIGINT, last_ts TIMESTAMP_LTZ(3)) WITH ('connector' = 'print');
INSERT INTO s
WITH parsed AS (
  SELECT uid, PARSE_URL(url, 'HOST') AS host, TO_TIMESTAMP_LTZ(ts, 3) AS at_ FROM raw_clicks
),
known AS (
  SELECT * FROM parsed WHERE host IS NOT NULL
),
counted AS (
  SELECT uid, host, COUNT(*) AS n, MAX(at_) AS last_at FROM known GROUP BY uid, host
)
SELECT uid, host, n, last_at FROM counted WHERE n > 1;
