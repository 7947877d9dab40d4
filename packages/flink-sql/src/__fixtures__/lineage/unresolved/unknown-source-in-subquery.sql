CREATE TABLE s (uid INT, n BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT q.uid, COUNT(DISTINCT q.url)
FROM (SELECT user_id AS uid, url FROM click_log WHERE bot = FALSE) AS q
GROUP BY q.uid;
