CREATE TABLE visits (came TIMESTAMP(3), went TIMESTAMP(3), epoch BIGINT) WITH ('connector' = 'kafka');
CREATE TABLE facts (stay INT, hr BIGINT, day_ STRING, later TIMESTAMP(3), from_epoch TIMESTAMP_LTZ(3), floor_ TIMESTAMP(3), now_ TIMESTAMP_LTZ(3)) WITH ('connector' = 'print');
INSERT INTO facts
SELECT
  TIMESTAMPDIFF(SECOND, came, went),
  EXTRACT(HOUR FROM came),
  DATE_FORMAT(went, 'yyyy-MM-dd'),
  came + INTERVAL '1' DAY,
  TO_TIMESTAMP_LTZ(epoch, 3),
  FLOOR(went TO HOUR),
  CURRENT_TIMESTAMP
FROM visits;
