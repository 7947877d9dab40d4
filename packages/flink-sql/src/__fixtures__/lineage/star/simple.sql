CREATE TABLE logs (lvl STRING, msg STRING, host STRING) WITH ('connector' = 'kafka');
CREATE TABLE archive (severity STRING, text STRING, machine STRING) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'json');
INSERT INTO archive SELECT * FROM logs;
