CREATE TABLE t (a INT, b INT, c INT) WITH ('connector' = 'paimon');
UPDATE t SET nope = a, b = a + 1
WHERE c > 0;
