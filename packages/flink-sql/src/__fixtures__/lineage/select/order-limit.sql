SET 'execution.runtime-mode' = 'batch';
CREATE TABLE scores (player STRING, score INT, played_at TIMESTAMP(3)) WITH ('connector' = 'filesystem', 'path' = '/s', 'format' = 'csv');
CREATE TABLE top_scores (player STRING, score INT) WITH ('connector' = 'print');
INSERT INTO top_scores
SELECT player, score FROM scores ORDER BY score DESC, played_at LIMIT 10;
