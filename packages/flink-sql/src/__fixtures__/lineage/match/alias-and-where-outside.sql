CREATE TABLE login (uid STRING, ok BOOLEAN, ip STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE geo (ip STRING, country STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (uid STRING, fails BIGINT, country STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT m.who, m.fails, g.country
FROM (SELECT uid AS who, ok, ip, ts FROM login) AS l
MATCH_RECOGNIZE (
  PARTITION BY who
  ORDER BY ts
  MEASURES COUNT(F.ip) AS fails, W.ip AS ip
  ONE ROW PER MATCH
  PATTERN (F{3,} W)
  DEFINE F AS F.ok = FALSE, W AS W.ok = TRUE
) AS m
JOIN geo AS g ON m.ip = g.ip
WHERE g.country <> 'AT';
