SET 'execution.runtime-mode' = 'batch';
CREATE TABLE a (k INT, v INT) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'csv');
CREATE TABLE b (k INT, v INT) WITH ('connector' = 'filesystem', 'path' = '/b', 'format' = 'csv');
INSERT OVERWRITE b SELECT k, SUM(v) FROM a GROUP BY k;
