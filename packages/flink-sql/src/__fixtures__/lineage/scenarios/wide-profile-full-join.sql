CREATE TABLE logins (uid BIGINT, at_ TIMESTAMP(3)) WITH ('connector' = 'kafka');
CREATE TABLE buys (uid BIGINT, amount DOUBLE, at_ TIMESTAMP(3)) WITH ('connector' = 'kafka');
CREATE TABLE tags (uid BIGINT, tag STRING) WITH ('connector' = 'kafka');
CREATE TABLE profile (uid BIGINT, last_login TIMESTAMP(3), spend DOUBLE, tags STRING, PRIMARY KEY (uid) NOT ENFORCED) WITH ('connector' = 'doris');
INSERT INTO profile
SELECT COALESCE(l.uid, b.uid, t.uid), l.last_login, IFNULL(b.spend, 0), t.tags
FROM (SELECT uid, MAX(at_) AS last_login FROM logins GROUP BY uid) AS l
FULL JOIN (SELECT uid, SUM(amount) AS spend FROM buys GROUP BY uid HAVING COUNT(*) > 1) AS b ON l.uid = b.uid
FULL JOIN (SELECT uid, LISTAGG(tag) AS tags FROM tags GROUP BY uid) AS t ON COALESCE(l.uid, b.uid) = t.uid;
