CREATE TABLE page_views (user_id BIGINT, page STRING) WITH ('connector' = 'kafka');
CREATE TABLE visitors (user_id BIGINT, page STRING, PRIMARY KEY (user_id, page) NOT ENFORCED) WITH ('connector' = 'upsert-kafka');
INSERT INTO visitors SELECT DISTINCT user_id, page FROM page_views;
