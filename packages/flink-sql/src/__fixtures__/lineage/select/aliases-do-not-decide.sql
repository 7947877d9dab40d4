CREATE TABLE clicks (user_id STRING, url STRING, click_time TIMESTAMP(3)) WITH ('connector' = 'kafka');
CREATE TABLE click_log (who STRING, page STRING, at_time TIMESTAMP(3)) WITH ('connector' = 'filesystem', 'path' = '/tmp/clicks', 'format' = 'csv');
INSERT INTO click_log
SELECT c.user_id AS page, c.url AS who, c.click_time AS `at_time`
FROM clicks AS c;
