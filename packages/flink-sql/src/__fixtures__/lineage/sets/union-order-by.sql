SET 'execution.runtime-mode' = 'batch';
CREATE TABLE a (x INT, d DATE) WITH ('connector' = 'jdbc');
CREATE TABLE b (y INT, e DATE) WITH ('connector' = 'jdbc');
CREATE TABLE s (v INT, d DATE) WITH ('connector' = 'print');
INSERT INTO s SELECT x, d FROM a UNION ALL SELECT y, e FROM b ORDER BY d LIMIT 10;
