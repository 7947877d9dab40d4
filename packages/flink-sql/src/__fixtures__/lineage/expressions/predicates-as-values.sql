CREATE TABLE t (a INT, b INT, c STRING) WITH ('connector' = 'datagen');
CREATE TABLE s (gt BOOLEAN, isn BOOLEAN, lk BOOLEAN, inn BOOLEAN, bt BOOLEAN, nn BOOLEAN) WITH ('connector' = 'print');
INSERT INTO s
SELECT a > b, a IS NULL, c LIKE 'x%', a IN (1, 2, b), a BETWEEN 1 AND 5, NOT (a = b OR c = 'y')
FROM t;
