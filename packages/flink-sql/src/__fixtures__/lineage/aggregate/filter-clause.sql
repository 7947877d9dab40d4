CREATE TABLE events (app STRING, kind STRING, uid BIGINT, ms INT, sampled BOOLEAN) WITH ('connector' = 'kafka');
CREATE TABLE s (app STRING, errors BIGINT, slow_users BIGINT, avg_ok DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT
  app,
  COUNT(*) FILTER (WHERE kind = 'error'),
  COUNT(DISTINCT uid) FILTER (WHERE ms > 1000),
  CAST(AVG(ms) FILTER (WHERE sampled) AS DOUBLE)
FROM events GROUP BY app;
