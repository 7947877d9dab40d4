CREATE TABLE src (uid BIGINT, url STRING, d STRING) WITH ('connector' = 'kafka');
CREATE TABLE pv (dt STRING, uid BIGINT, country STRING, url STRING) PARTITIONED BY (dt, country) WITH ('connector' = 'filesystem', 'path' = '/pv', 'format' = 'orc');
-- dt and country are taken out, the rest goes by position
INSERT INTO pv PARTITION (dt = '2024-05-01', country = 'AT') SELECT uid, url FROM src;
INSERT OVERWRITE pv PARTITION (country = 'DE') SELECT d, uid, url FROM src WHERE d > '2024';
