CREATE TABLE exposures (uid STRING, experiment STRING, arm STRING, at_ TIMESTAMP(3), WATERMARK FOR at_ AS at_) WITH ('connector' = 'kafka');
CREATE TABLE conversions (uid STRING, goal STRING, val DOUBLE, at_ TIMESTAMP(3), WATERMARK FOR at_ AS at_) WITH ('connector' = 'kafka');
CREATE TABLE results (experiment STRING, arm STRING, goal STRING, users BIGINT, convs BIGINT, mean_ DOUBLE, sd DOUBLE) WITH ('connector' = 'jdbc');
CREATE VIEW first_exposure AS
SELECT uid, experiment, arm, at_
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY uid, experiment ORDER BY at_) AS n FROM exposures)
WHERE n = 1;
INSERT INTO results
SELECT
  e.experiment,
  e.arm,
  COALESCE(c.goal, 'none'),
  COUNT(DISTINCT e.uid),
  COUNT(c.uid),
  AVG(CASE WHEN c.val IS NULL THEN 0 ELSE c.val END),
  STDDEV_SAMP(c.val)
FROM first_exposure AS e
LEFT JOIN conversions AS c
  ON e.uid = c.uid AND c.at_ BETWEEN e.at_ AND e.at_ + INTERVAL '7' DAY
GROUP BY e.experiment, e.arm, COALESCE(c.goal, 'none');
