CREATE TABLE logins (uid BIGINT, ip STRING, ok BOOLEAN, took_ms INT) WITH ('connector' = 'kafka');
CREATE TABLE suspects (uid BIGINT, ips BIGINT) WITH ('connector' = 'print');
INSERT INTO suspects
SELECT uid, COUNT(DISTINCT ip) FROM logins WHERE ok = FALSE
GROUP BY uid
HAVING COUNT(*) > 5 AND AVG(took_ms) < 20;
