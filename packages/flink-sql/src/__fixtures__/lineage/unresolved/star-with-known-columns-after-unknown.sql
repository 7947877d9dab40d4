CREATE TABLE known (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT k.a, k.b
FROM known AS k JOIN nowhere AS n ON k.a = n.id AND n.st = 'ok';
