CREATE TABLE web (uid STRING, ip STRING) WITH ('connector' = 'kafka');
CREATE TABLE app (device STRING, addr STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (who STRING, origin STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT * FROM (
  SELECT uid, ip FROM web
  UNION ALL
  SELECT addr, device FROM app
) AS u;
