CREATE TABLE src (uid BIGINT, url STRING) WITH ('connector' = 'kafka');
CREATE TABLE pv (uid BIGINT, url STRING, referrer STRING, dt STRING) PARTITIONED BY (dt) WITH ('connector' = 'filesystem', 'path' = '/pv', 'format' = 'orc');
INSERT INTO pv PARTITION (dt = '2024-05-01') (url, uid) SELECT url, uid + 1 FROM src;
