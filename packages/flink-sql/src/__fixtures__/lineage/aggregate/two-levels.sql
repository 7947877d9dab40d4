CREATE TABLE t (u STRING, d STRING, v INT) WITH ('connector' = 'kafka');
CREATE TABLE s (d STRING, avg_daily INT, users BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT d, AVG(total), COUNT(u)
FROM (SELECT u, d, SUM(v) AS total FROM t GROUP BY u, d) AS per_user
GROUP BY d;
