CREATE TABLE users (id BIGINT, age INT, spend DOUBLE) WITH ('connector' = 'jdbc');
CREATE TABLE s (band STRING, spend DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT band, SUM(spend) FROM (
  SELECT CASE WHEN age < 18 THEN 'minor' WHEN age < 65 THEN 'adult' ELSE 'senior' END AS band, spend FROM users
) AS u GROUP BY band;
