SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (id INT, a INT, b INT, c INT, st STRING) WITH ('connector' = 'paimon');
UPDATE t SET a = b + 1 WHERE c > 0;
UPDATE t SET a = b, b = 7, st = UPPER(st);
