CREATE TABLE visits (page STRING, uid STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (page STRING, uv BIGINT) WITH ('connector' = 'print');
INSERT INTO s SELECT page, COUNT(uid) FROM (SELECT DISTINCT page, uid FROM visits) AS d GROUP BY page;
